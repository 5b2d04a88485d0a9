import type { Locale } from '@bloomvale/shared/content/text';
import { FIGURES, type Figure, type Rail } from '@bloomvale/shared/operator/preview-api';
import { FIGURE_KINDS } from './figure-format.ts';

/** A rail as it is typed: shares in percent, coins in coins, everything else as it is. Empty is open. */
export type RailDraft = { readonly figure: Figure; readonly least: string; readonly most: string };
export type RailFault = 'number' | 'none' | 'crossed' | 'twice';

const SCALE = { share: 100, coins: 0.01, hours: 1, plain: 1 } as const;

function typed(value: number | null, figure: Figure, locale: Locale): string {
  if (value === null) return '';
  const text = String(Number((value * SCALE[FIGURE_KINDS[figure]]).toPrecision(10)));
  return locale === 'fr' ? text.replace('.', ',') : text;
}

export const railDraft = ({ figure, least, most }: Rail, locale: Locale): RailDraft => ({
  figure,
  least: typed(least, figure, locale),
  most: typed(most, figure, locale),
});

/** A comma is a decimal point, and thousands may be apart, as the console itself writes them. NaN when it is no number. */
function read(text: string, figure: Figure): number | null {
  const bare = text
    .replaceAll(/[\s\u00a0]/g, '')
    .replace(',', '.')
    .replace('\u2212', '-');
  if (bare === '') return null;
  return /^-?\d+(\.\d+)?$/.test(bare)
    ? Number((Number(bare) / SCALE[FIGURE_KINDS[figure]]).toPrecision(12))
    : Number.NaN;
}

/** The rails to save, or the fault of each line that has one, by its place. */
export function readRails(
  drafts: readonly RailDraft[],
): { readonly rails: readonly Rail[] } | { readonly faults: ReadonlyMap<number, RailFault> } {
  const faults = new Map<number, RailFault>();
  const rails = drafts.map(({ figure, least, most }, i): Rail => {
    const rail = { figure, least: read(least, figure), most: read(most, figure) };
    if (Number.isNaN(rail.least) || Number.isNaN(rail.most)) faults.set(i, 'number');
    else if (rail.least === null && rail.most === null) faults.set(i, 'none');
    else if (rail.least !== null && rail.most !== null && rail.least > rail.most) faults.set(i, 'crossed');
    else if (drafts.findIndex((other) => other.figure === figure) < i) faults.set(i, 'twice');
    return rail;
  });
  return faults.size > 0 ? { faults } : { rails };
}

/** Figures that have no rail yet, in their usual order. */
export const railless = (drafts: readonly RailDraft[]): Figure[] =>
  FIGURES.filter((figure) => drafts.every((rail) => rail.figure !== figure));
