import type { CatalogueChange, Json } from '@bloomvale/shared/catalogue/catalogue-diff';
import type { Content } from '@bloomvale/shared/content/content';
import type { OperatorRefusalCode } from '@bloomvale/shared/operator/operator-refusals';
import { expect } from 'vitest';
import { testContent } from './test-game.ts';

/** Somebody in the catalogue whose name tests change, and the welcome gift, which nobody may change alone. */
export const person = (): Content['entrepreneurs'][number] =>
  testContent().entrepreneurs[0] as Content['entrepreneurs'][number];
export const nameChange = (before: string, after: string): CatalogueChange => ({
  section: 'entrepreneurs',
  id: person().id,
  kind: 'changed',
  path: ['name'],
  before,
  after,
});
export const giftChange = (before: number, after: number): CatalogueChange => ({
  section: 'economy',
  id: null,
  kind: 'changed',
  path: ['welcomeGift'],
  before,
  after,
});
export const named = (content: Content, name: string): Content => ({
  ...content,
  entrepreneurs: content.entrepreneurs.map((one) => (one.id === person().id ? { ...one, name } : one)),
});
export const gift = (content: Content, welcomeGift: number): Content => ({
  ...content,
  economy: { ...content.economy, welcomeGift },
});
export const nameIn = (content: Content | Json | null | undefined): string | undefined =>
  (content as Content | null | undefined)?.entrepreneurs.find(({ id }) => id === person().id)?.name;

/** A refusal by this code, whatever its detail. */
export const refusal = (code: OperatorRefusalCode) => ({ ok: false, error: expect.objectContaining({ code }) });
