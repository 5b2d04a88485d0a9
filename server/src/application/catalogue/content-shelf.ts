import { applyChanges } from '@bloomvale/shared/catalogue/catalogue-apply';
import type { CatalogueChange, Json } from '@bloomvale/shared/catalogue/catalogue-diff';
import type { CatalogueDraftRow } from '../store/catalogue-rows.ts';
import type { Reader } from '../store/store.ts';
import { draftNumber, versionNumber } from './catalogue-views.ts';

/** Versions kept parsed; a large one takes some dozen megabytes. */
const KEPT = 3;

/** Contents of versions and drafts as JSON. A version never changes, so what was read once is good for ever. */
export class ContentShelf {
  readonly #reader: Reader;
  readonly #versions = new Map<number, Json>();

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  async version(number: number): Promise<Json | null> {
    const known = this.#versions.get(number);
    if (known !== undefined) return known;
    const [row] = await this.#reader.rows('catalogueVersion', [number]);
    if (row === undefined) return null;
    const content = JSON.parse(row.content) as Json;
    this.#versions.set(number, content);
    if (this.#versions.size > KEPT) this.#versions.delete(this.#versions.keys().next().value as number);
    return content;
  }

  async draftRow(id: string): Promise<CatalogueDraftRow | null> {
    const number = draftNumber(id);
    if (number === null) return null;
    const [row] = await this.#reader.rows('catalogueDraft', [number]);
    return row ?? null;
  }

  /** What a draft would make of the catalogue. */
  async draft(row: CatalogueDraftRow): Promise<Json> {
    const base = await this.version(row.base);
    return applyChanges(base, changesOf(row));
  }

  /** Content by name: a version's (`v7`) or a draft's (`d3`); null for neither. */
  async named(name: string): Promise<Json | null> {
    const number = versionNumber(name);
    if (number !== null) return this.version(number);
    const row = await this.draftRow(name);
    return row === null ? null : this.draft(row);
  }
}

export const changesOf = (row: Pick<CatalogueDraftRow, 'changes'>): CatalogueChange[] =>
  JSON.parse(row.changes) as CatalogueChange[];
