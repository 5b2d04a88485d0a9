import type { Content } from '@bloomvale/shared/content/content';
import type { Entrepreneur, Grade, Partner, Product } from '@bloomvale/shared/content/lending';
import type { Crop, Good } from '@bloomvale/shared/content/play';
import type { Region } from '@bloomvale/shared/content/region';
import type { SolvedRisk } from '@bloomvale/shared/lending/calibration';
import { riskKey, solvedRisk } from '@bloomvale/shared/lending/loan-terms';
import type { DerivedSecrets } from '../domain/derived-secrets.ts';
import { RegionKeys } from './region-keys.ts';
import { SwitchBoard } from './switches/switch-board.ts';

const byId = <T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.id, item]));

/** A catalogue in force: which version, and the hash it is fetched by. */
export type InForce = {
  /** Number of the version; 0 until a start has found it. */
  readonly version: number;
  readonly content: Content;
  readonly hash: string;
  /** The content with what former ones knew besides (`former-catalogue`): for refunds, and for loans of people who are gone. */
  readonly former: Content;
};

/** What is looked up by id, made once a version. */
const lookups = ({ content, former }: InForce) => ({
  listed: byId(content.entrepreneurs),
  entrepreneurs: byId(former.entrepreneurs),
  products: byId(content.products),
  partners: byId(former.partners),
  regions: byId(content.regions),
  goods: byId(content.goods),
  crops: byId(content.crops),
  shopSpots: content.maps.find(({ id }) => id === 'village')?.spots.shops.length ?? 0,
});

/**
 * What every decision is made with besides the rows: the content in force, the secrets, the tempo of play. A version that was published is
 * taken over once committed, between two groups; so are seasons that open. Whoever holds rules asks them each time and keeps nothing of
 * the content.
 */
export class Rules {
  readonly secrets: DerivedSecrets;
  /** Divides growth and customer times; 1 in real play. */
  readonly timeScale: number;
  /** Keys of the regions' luck. */
  readonly regionKeys: RegionKeys;
  /** What operators have stopped. */
  readonly switches = new SwitchBoard();
  readonly #risks = new Map<string, SolvedRisk>();

  #force: InForce;
  #found: ReturnType<typeof lookups>;

  constructor(content: Content, contentHash: string, secrets: DerivedSecrets, timeScale: number) {
    this.secrets = secrets;
    this.timeScale = timeScale;
    this.regionKeys = new RegionKeys(secrets);
    this.#force = { version: 0, content, hash: contentHash, former: content };
    this.#found = lookups(this.#force);
  }

  /** From here on everything is decided and shown by this content. */
  adopt(force: InForce): void {
    this.#force = force;
    this.#found = lookups(force);
    this.#risks.clear();
  }

  get version(): number {
    return this.#force.version;
  }
  get content(): Content {
    return this.#force.content;
  }
  get contentHash(): string {
    return this.#force.hash;
  }
  get former(): Content {
    return this.#force.former;
  }
  /** Everybody who may be listed now. */
  get listed(): ReadonlyMap<string, Entrepreneur> {
    return this.#found.listed;
  }
  /** Everybody whose loans may still run or be looked back at: also who has left the catalogue. */
  get entrepreneurs(): ReadonlyMap<string, Entrepreneur> {
    return this.#found.entrepreneurs;
  }
  get products(): ReadonlyMap<string, Product> {
    return this.#found.products;
  }
  /** Also those who have left the catalogue. */
  get partners(): ReadonlyMap<string, Partner> {
    return this.#found.partners;
  }
  get regions(): ReadonlyMap<string, Region> {
    return this.#found.regions;
  }
  get goods(): ReadonlyMap<string, Good> {
    return this.#found.goods;
  }
  get crops(): ReadonlyMap<string, Crop> {
    return this.#found.crops;
  }
  /** Spots for shops on the square. */
  get shopSpots(): number {
    return this.#found.shopSpots;
  }

  /** Solved once a product and grade of the model in force: a few milliseconds each. */
  risk(product: Product, grade: Grade): SolvedRisk {
    const key = riskKey(product, grade, this.content.model);
    const known = this.#risks.get(key);
    if (known !== undefined) return known;
    const solved = solvedRisk(product, grade, this.content.model);
    this.#risks.set(key, solved);
    return solved;
  }
}
