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

/**
 * What every decision is made with besides the rows: the content in force, the secrets, the tempo of play. Never changes in a run, but for
 * the seasons that open: they are learnt once committed.
 */
export class Rules {
  readonly content: Content;
  readonly contentHash: string;
  /** The content with what former ones knew besides (`formerCatalogue`), for refunds. */
  former: Content;
  readonly secrets: DerivedSecrets;
  /** Divides growth and customer times; 1 in real play. */
  readonly timeScale: number;
  readonly entrepreneurs: ReadonlyMap<string, Entrepreneur>;
  readonly products: ReadonlyMap<string, Product>;
  readonly partners: ReadonlyMap<string, Partner>;
  readonly regions: ReadonlyMap<string, Region>;
  /** Keys of the regions' luck. */
  readonly regionKeys: RegionKeys;
  readonly goods: ReadonlyMap<string, Good>;
  readonly crops: ReadonlyMap<string, Crop>;
  /** Spots for shops on the square. */
  readonly shopSpots: number;
  /** What operators have stopped. */
  readonly switches = new SwitchBoard();
  readonly #risks = new Map<string, SolvedRisk>();

  constructor(content: Content, contentHash: string, secrets: DerivedSecrets, timeScale: number) {
    this.content = content;
    this.contentHash = contentHash;
    this.former = content;
    this.secrets = secrets;
    this.timeScale = timeScale;
    this.entrepreneurs = byId(content.entrepreneurs);
    this.products = byId(content.products);
    this.partners = byId(content.partners);
    this.regions = byId(content.regions);
    this.regionKeys = new RegionKeys(secrets);
    this.goods = byId(content.goods);
    this.crops = byId(content.crops);
    this.shopSpots = content.maps.find(({ id }) => id === 'village')?.spots.shops.length ?? 0;
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
