import { keyPeriod, monthOf, type RegionKeyOf } from '@bloomvale/shared/lending/region';
import { type Hex32, regionKey } from '@bloomvale/shared/random/keys';
import { MerkleTree, regionLeaf } from '@bloomvale/shared/random/merkle';
import { invariant } from '@bloomvale/shared/result';
import type { SimSeconds } from '@bloomvale/shared/time/sim-clock';
import type { DerivedSecrets } from '../domain/derived-secrets.ts';
import type { SeasonRow } from './store/rows.ts';

/** What a season's tree of region keys is made from: regions in their order, keys numbered from `first` on. */
export type RegionRange = {
  readonly season: number;
  readonly first: number;
  readonly months: number;
  readonly regions: readonly string[];
};
type Opened = RegionRange & { readonly root: Hex32 };

export type RegionProof = {
  readonly season: number;
  readonly key: Hex32;
  readonly index: number;
  readonly proof: readonly Hex32[];
};

/** Keys of a region kept at hand: a tick looks back 25 months, a currency as long as a loan runs. */
const KEYS_KEPT = 256;
/** Trees cost half a second and half a megabyte; games that share a process (tests, previews) share them. */
const TREES_KEPT = 4;
const trees = new Map<string, Promise<MerkleTree>>();

/**
 * The keys of every region, month by month (lending.md 5). Each month belongs to the newest season that had begun its range before: a
 * season takes over from its `first` key on, so that a country has one weather for all loans, whatever season they were listed in.
 * Knows what the committed seasons say; the secrets stay inside.
 */
export class RegionKeys {
  readonly #secrets: DerivedSecrets;
  /** Oldest first; those without a tree are left out. */
  #seasons: readonly Opened[] = [];
  readonly #functions = new Map<string, RegionKeyOf>();
  /** Seasons whose secret has been told. */
  readonly #told = new Set<number>();

  constructor(secrets: DerivedSecrets) {
    this.#secrets = secrets;
  }

  /** Takes over committed seasons; what is known already changes nothing. */
  learn(rows: readonly SeasonRow[]): void {
    const known = new Map(this.#seasons.map((one) => [one.season, one]));
    for (const row of rows) {
      if (row.revealed !== null) this.#told.add(row.id);
      if (row.regionRoot === '' || known.has(row.id)) continue;
      const regions = JSON.parse(row.regions) as string[];
      const range = { season: row.id, first: row.regionFirst, months: row.regionMonths, regions };
      known.set(row.id, { ...range, root: row.regionRoot });
    }
    this.#seasons = [...known.values()].sort((a, b) => a.first - b.first || a.season - b.season);
  }

  /** Whether a season's secret, and with it every key of its loans, has been told. */
  isTold(season: number): boolean {
    return this.#told.has(season);
  }

  /** Whether loans of a region listed now share its luck: only regions of the newest season have keys for what comes. */
  knows(region: string): boolean {
    return this.#seasons.at(-1)?.regions.includes(region) ?? false;
  }

  /** Whether a region has, or once had, keys. */
  has(region: string): boolean {
    return this.#seasons.some(({ regions }) => regions.includes(region));
  }

  /** The season whose keys rule a period; null before the first tree and beyond the last. */
  seasonOf(period: number): Opened | null {
    const ruling = this.#seasons.findLast(({ first }) => first <= period);
    return ruling === undefined || period >= ruling.first + ruling.months ? null : ruling;
  }

  /** The same function whenever it is asked for, so that what follows from its keys is computed once. */
  keyOf(region: string): RegionKeyOf {
    const known = this.#functions.get(region);
    if (known !== undefined) return known;
    const keys = new Map<number, Hex32>();
    const made: RegionKeyOf = (period) => {
      const kept = keys.get(period);
      if (kept !== undefined) return kept;
      const key = this.#derive(region, period);
      if (keys.size >= KEYS_KEPT) keys.clear();
      keys.set(period, key);
      return key;
    };
    this.#functions.set(region, made);
    return made;
  }

  /** Whether a key may be told: its month is over (lending.md 5). */
  isRevealed(period: number, sim: SimSeconds): boolean {
    return period < keyPeriod(monthOf(sim));
  }

  /** A key with the proof that it was fixed when its season opened. The caller has checked that it may be told. */
  async prove(region: string, period: number): Promise<RegionProof> {
    const season = this.seasonOf(period);
    invariant(season !== null, `no season rules period ${period}`);
    const tree = await this.tree(season);
    const index = season.regions.indexOf(region) * season.months + (period - season.first);
    return { season: season.season, key: this.keyOf(region)(period), index, proof: tree.proof(index) };
  }

  /** The tree of a range, region by region, period by period; built in slices, so that nobody waits for all of it. */
  tree(range: RegionRange): Promise<MerkleTree> {
    const { season, first, months, regions } = range;
    const name = [this.#secrets.seasonCommitment(season), first, months, ...regions].join(' ');
    const known = trees.get(name);
    if (known !== undefined) return known;
    const made = this.#build(range);
    trees.set(name, made);
    if (trees.size > TREES_KEPT) trees.delete(trees.keys().next().value as string);
    return made;
  }

  async #build({ season, first, months, regions }: RegionRange): Promise<MerkleTree> {
    const secret = this.#secrets.season(season);
    const leaves: Hex32[] = [];
    for (const region of regions) {
      for (let period = first; period < first + months; period++) {
        leaves.push(regionLeaf(region, period, regionKey(secret, region, period)));
      }
      await new Promise<void>((next) => setImmediate(next));
    }
    return new MerkleTree(leaves);
  }

  #derive(region: string, period: number): Hex32 {
    const season = this.seasonOf(period);
    const known = season?.regions.includes(region) === true;
    invariant(season !== null && known, `no season has a key of ${region} for period ${period}`);
    return regionKey(this.#secrets.season(season.season), region, period);
  }
}
