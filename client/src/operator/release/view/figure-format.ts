import type { Figure } from '@bloomvale/shared/operator/preview-api';
import { NBSP } from '../../../i18n/format/number.ts';
import type { Texts } from '../../../i18n/texts.ts';

/** What a figure is measured in. */
export type FigureKind = 'share' | 'hours' | 'coins' | 'plain';
export const FIGURE_KINDS: Readonly<Record<Figure, FigureKind>> = {
  fundedShare: 'share',
  hoursToFund: 'hours',
  repaymentRate: 'share',
  loss: 'share',
  par30: 'share',
  par90: 'share',
  lossMedian: 'share',
  lossP95: 'share',
  lossWorst: 'share',
  newcomer: 'share',
  supply: 'coins',
  walletMedian: 'coins',
  walletP90: 'coins',
  gini: 'plain',
  faucetSink: 'plain',
};

/** How numbers are written in the operator's language. */
export type Numbers = Pick<Texts, 'decimal' | 'integer' | 'locale'>;

/** Stands where nothing could be measured. */
export const UNKNOWN = '–';
const MINOR = 100;

const known = (value: number | null | undefined): value is number =>
  typeof value === 'number' && Number.isFinite(value);

const percent = (text: string, { locale }: Numbers): string => (locale === 'fr' ? `${text}${NBSP}%` : `${text}%`);

/** A figure with its unit: shares 0 to 1 as percent, coins from minor units, hours, or a bare number. A dash when it could not be measured. */
export function figureText(value: number | null | undefined, kind: FigureKind, numbers: Numbers): string {
  if (!known(value)) return UNKNOWN;
  if (kind === 'share') return percent(numbers.decimal(value * 100, 1), numbers);
  if (kind === 'hours') return `${numbers.decimal(value, 1)}${NBSP}h`;
  if (kind === 'coins') return numbers.integer(value / MINOR);
  return numbers.decimal(value, 2);
}

/** Standard errors by which a figure is said to be known: the same two by which the server judges. */
export const ERRORS_SHOWN = 2;

/** "± 0.4%": two standard errors of the Monte-Carlo; null when there is none to tell (a sure figure, or one run). */
export function marginText(error: number | null | undefined, kind: FigureKind, numbers: Numbers): string | null {
  if (!known(error) || error <= 0) return null;
  const margin = ERRORS_SHOWN * error;
  const [scaled, digits] = {
    share: [margin * 100, 1],
    hours: [margin, 1],
    coins: [margin / MINOR, 0],
    plain: [margin, 2],
  }[kind] as [number, number];
  const least = 10 ** -digits;
  const small = scaled < least / 2;
  const text = `${small ? '<' : '±'}${NBSP}${numbers.decimal(small ? least : scaled, digits)}`;
  if (kind === 'share') return percent(text, numbers);
  return kind === 'hours' ? `${text}${NBSP}h` : text;
}

/** From here on coins are written in thousands and millions beside a chart, minor units. */
const MANY = 10_000_000;

/** Beside the end of a line, where there is little room: "1.09M" for a million coins; the table has them all. */
export const endText = (value: number | null | undefined, kind: FigureKind, numbers: Numbers): string =>
  kind === 'coins' && known(value) && Math.abs(value) >= MANY
    ? compact(value / MINOR, numbers, 3)
    : figureText(value, kind, numbers);

const compact = (value: number, { locale }: Numbers, digits: number): string =>
  new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: digits })
    .format(value)
    .replaceAll('\u202f', NBSP);

/** A tick of an axis: as short as the figure allows. `most` is the largest of the axis: all its coins are written alike. */
export function tickText(value: number, kind: FigureKind, numbers: Numbers, most = value): string {
  if (kind === 'share') return percent(shortest(value * 100, numbers), numbers);
  if (kind === 'coins' && Math.abs(most) >= MANY) return compact(value / MINOR, numbers, 4);
  return shortest(kind === 'coins' ? value / MINOR : value, numbers);
}

function shortest(value: number, { decimal }: Numbers): string {
  for (const digits of [0, 1, 2]) {
    if (Math.abs(value - Math.round(value * 10 ** digits) / 10 ** digits) < 1e-9) return decimal(value, digits);
  }
  return decimal(value, 3);
}

const boundText = (value: number, kind: FigureKind, numbers: Numbers): string =>
  kind === 'hours'
    ? `${shortest(value, numbers)}${NBSP}h`
    : kind === 'coins'
      ? figureText(value, kind, numbers)
      : tickText(value, kind, numbers);

/** What is allowed, as bounds with the same unit; the words round them are the caller's. */
export type BoundTexts =
  | { readonly kind: 'between'; readonly least: string; readonly most: string }
  | { readonly kind: 'least'; readonly least: string }
  | { readonly kind: 'most'; readonly most: string }
  | { readonly kind: 'free' };

export function boundTexts(
  { least, most }: { readonly least: number | null; readonly most: number | null },
  kind: FigureKind,
  numbers: Numbers,
): BoundTexts {
  const text = (value: number): string => boundText(value, kind, numbers);
  if (least !== null && most !== null) return { kind: 'between', least: text(least), most: text(most) };
  if (least !== null) return { kind: 'least', least: text(least) };
  return most === null ? { kind: 'free' } : { kind: 'most', most: text(most) };
}
