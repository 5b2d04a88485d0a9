import { hash } from 'node:crypto';
import { type CatalogueChange, catalogueDiff, isObject, type Json } from '@bloomvale/shared/catalogue/catalogue-diff';
import { mergeCatalogues } from '@bloomvale/shared/catalogue/catalogue-merge';
import { type Content, ContentSchema } from '@bloomvale/shared/content/content';
import { ok } from '@bloomvale/shared/result';
import type { CommandBus } from '../bus/command-bus.ts';
import type { Handler } from '../bus/handler.ts';
import type { Work } from '../bus/work.ts';
import { recordAudit } from '../proposals/audit-trail.ts';
import { SYSTEM_NAME } from '../proposals/operator.ts';
import type { CatalogueVersionRow } from '../store/catalogue-rows.ts';
import type { Reader } from '../store/store.ts';
import { StoreError } from '../store/store-error.ts';

/** `meta` key of the number of the version in force. */
export const LIVE = 'catalogue.live';
/** `meta` key of the hash of the shipped catalogue that was last seen. */
export const SEED = 'catalogue.seed';

/** A whole catalogue as it is stored: its text, and the hash that names it. */
export type StoredContent = { readonly content: Content; readonly text: string; readonly hash: string };

export function storedContent(content: Content): StoredContent {
  const text = JSON.stringify(content);
  // A catalogue of ten thousand people is 36 MB: the engine's own hash takes a quarter of the time.
  return { content, text, hash: hash('sha256', text, 'hex') };
}

/** What a start found. */
export type Found = StoredContent & {
  /** Number of the live version; null in a store without versions. */
  readonly number: number | null;
  /** The live version did not fit this release's schema and was brought up to it: it becomes a version of its own. */
  readonly lifted: boolean;
};

/** The version in force, whatever this release ships; what it ships in a store without versions. */
export async function findLive(reader: Reader, shipped: Content): Promise<Found> {
  const number = await liveNumber(reader);
  if (number === null) return { ...storedContent(shipped), number: null, lifted: false };
  const [row] = await reader.rows('catalogueVersion', [number]);
  if (row === undefined) throw new StoreError('CORRUPT', `The catalogue's live version ${number} is missing.`);
  const stored = JSON.parse(row.content) as Json;
  const fits = ContentSchema.safeParse(stored);
  if (fits.success)
    return { content: stored as unknown as Content, text: row.content, hash: row.hash, number, lifted: false };
  return { ...storedContent(lift(stored, shipped)), number, lifted: true };
}

export async function liveNumber(reader: Reader): Promise<number | null> {
  const [row] = await reader.rows('meta', [LIVE]);
  return row === undefined ? null : Number(row.value);
}

/**
 * A version of an older release in today's shape: parts and fields that it does not have come from the shipped catalogue. What then still does
 * not fit cannot be played, and the shipped catalogue takes its place; the old version stays in the list.
 */
export function lift(stored: Json, shipped: Content): Content {
  const filled = ContentSchema.safeParse(fill(stored, shipped as unknown as Json));
  return filled.success ? filled.data : shipped;
}

/** Parts and fields that an older content does not have, from a newer one; lists are taken as they are. */
export function fill(stored: Json | undefined, newer: Json): Json {
  if (stored === undefined) return newer;
  if (!isObject(stored) || !isObject(newer)) return stored;
  const missing = Object.entries(newer).map(([key, value]) => [key, fill(stored[key], value as Json)] as const);
  return { ...stored, ...Object.fromEntries(missing) };
}

type Seed = {
  readonly found: Found;
  readonly shipped: StoredContent;
  readonly changes: string;
  readonly count: number;
};

/**
 * What a start writes about the catalogue, in one unit: the first version, or one in today's shape, and a release's catalogue as a draft. Nothing
 * of a release changes play before somebody publishes it.
 */
const seed: Handler<Seed, { readonly live: number }> = {
  type: 'catalogue.seed',
  needs: () => ({ meta: [LIVE, SEED] }),
  decide({ found, shipped, changes, count }, work) {
    const first = found.number === null;
    const live = first || found.lifted ? addSeed(work, found) : (found.number as number);
    if (work.get('meta', SEED)?.value === shipped.hash) return ok({ live });
    work.put('meta', { key: SEED, value: shipped.hash });
    if (!first && count > 0) addReleaseDraft(work, live, shipped.hash, changes, count);
    return ok({ live });
  },
};

function addSeed(work: Work, { number, text, hash }: Found): number {
  const made = addVersion(work, {
    number: (number ?? 0) + 1,
    hash,
    content: text,
    author: 'system',
    authorName: SYSTEM_NAME,
    note: number === null ? 'seed' : 'upgrade',
    origin: 'seed',
    parent: number,
  });
  // The first of all changes nothing for anybody.
  if (number === null) return made;
  recordAudit(work, 'system', {
    action: 'catalogue.seed',
    subject: `version:${made}`,
    detail: { version: made, hash },
  });
  return made;
}

/** Adds a version and lets it be the one in force. */
export function addVersion(work: Work, row: Omit<CatalogueVersionRow, 'at'>): number {
  work.add('catalogueVersion', { ...row, at: work.now });
  work.put('meta', { key: LIVE, value: String(row.number) });
  return row.number;
}

function addReleaseDraft(work: Work, base: number, hash: string, changes: string, changeCount: number): void {
  const id = work.nextId('draft');
  work.put('catalogueDraft', {
    id,
    title: `Release ${hash.slice(0, 8)}`,
    base,
    changes,
    changeCount,
    revision: 0,
    state: 'open',
    createdBy: 'system',
    createdByName: SYSTEM_NAME,
    createdAt: work.now,
    updatedBy: 'system',
    updatedByName: SYSTEM_NAME,
    updatedAt: work.now,
    publishedAs: null,
  });
  recordAudit(work, 'system', {
    action: 'draft.create',
    subject: `draft:d${id}`,
    detail: { base, changes: changeCount },
  });
}

/** Writes what `findLive` found into the store. @returns the number of the version in force. @throws StoreError when it cannot be written. */
export async function seedCatalogue(bus: CommandBus, reader: Reader, found: Found, shipped: Content): Promise<number> {
  const ships = storedContent(shipped);
  const [row] = await reader.rows('meta', [SEED]);
  if (found.number !== null && !found.lifted && row?.value === ships.hash) return found.number;
  const changes = await releaseChanges(reader, row?.value, found, shipped);
  const command = { found, shipped: ships, changes: JSON.stringify(changes), count: changes.length };
  const reply = await bus.system(seed, command);
  if (!reply.ok) throw new StoreError('IO', `The store did not take what the start has to write (${reply.code}).`);
  return reply.value.live;
}

/**
 * What a release would change of the live version: what it changed since the release before, where no operator has changed the same. Without
 * the former release's catalogue all that differs, for an operator to choose from.
 */
async function releaseChanges(
  reader: Reader,
  before: string | undefined,
  { content }: Found,
  shipped: Content,
): Promise<CatalogueChange[]> {
  const row = before === undefined ? null : await reader.versionByHash(before);
  if (row === null) return catalogueDiff(content, shipped);
  const { merged } = mergeCatalogues(JSON.parse(row.content) as Content, shipped, content);
  return catalogueDiff(content, merged);
}
