import type { Entrepreneur } from '@bloomvale/shared/content/lending';
import type { Localised } from '@bloomvale/shared/content/text';
import type { Rules } from '../rules.ts';

/** What a loan says of its borrower: the first part of her story, or the chapter of those who come back (lending.md 2). */
export type Told = {
  readonly use: Localised;
  readonly story: Localised;
  readonly quote: Localised;
  readonly letter: Localised;
};

/** The words of a chapter; 0 is the story every entrepreneur has. A chapter the catalogue has no more is told as the last it has. */
export function toldIn(person: Entrepreneur, chapter: number): Told {
  const chapters = person.chapters ?? [];
  const found = chapter === 0 ? undefined : chapters[Math.min(chapter, chapters.length) - 1];
  const { use, story, quote, letter } = found ?? person;
  return { use, story, quote, letter };
}

/** How many parts her story has. */
export const chapterCount = (rules: Rules, entrepreneur: string): number =>
  1 + (rules.entrepreneurs.get(entrepreneur)?.chapters?.length ?? 0);

/** Which part the next loan tells, after so many that ended well. */
export const nextChapter = (person: Entrepreneur, endedWell: number): number =>
  Math.min(endedWell, person.chapters?.length ?? 0);

/** What is asked for in a chapter, whole coins. */
export const amountIn = (person: Entrepreneur, chapter: number): number =>
  (chapter === 0 ? undefined : person.chapters?.[chapter - 1])?.amount ?? person.loan.amount;
