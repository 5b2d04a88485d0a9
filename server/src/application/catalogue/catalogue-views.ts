import type { DraftView, VersionView } from '@bloomvale/shared/operator/catalogue-api';
import type { DraftLine, VersionLine } from '../store/catalogue-reader.ts';

export const draftIdOf = (id: number): string => `d${id}`;

/** The number in `d3`; null for anything else. */
export function draftNumber(id: string): number | null {
  const digits = /^d(\d{1,15})$/.exec(id)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** The number in `v7`; null for anything else. */
export function versionNumber(name: string): number | null {
  const digits = /^v(\d{1,15})$/.exec(name)?.[1];
  return digits === undefined ? null : Number(digits);
}

export const versionView = (row: VersionLine, live: number): VersionView => ({
  number: row.number,
  hash: row.hash,
  at: row.at,
  author: { id: row.author, name: row.authorName },
  note: row.note,
  origin: row.origin,
  parent: row.parent,
  live: row.number === live,
});

export const draftView = (row: DraftLine, live: number): DraftView => ({
  id: draftIdOf(row.id),
  number: row.id,
  title: row.title,
  base: row.base,
  current: row.base === live,
  revision: row.revision,
  state: row.state,
  changes: row.changeCount,
  createdBy: { id: row.createdBy, name: row.createdByName },
  createdAt: row.createdAt,
  updatedBy: { id: row.updatedBy, name: row.updatedByName },
  updatedAt: row.updatedAt,
  publishedAs: row.publishedAs,
});
