import type { Locale, Localised } from '@bloomvale/shared/content/text';
import type { Minor } from '@bloomvale/shared/money/coins';
import i18next, { type TFunction } from 'i18next';
import { settingsStore } from '../store/settings.ts';
import { simSpanOf, spanOf } from './format/duration.ts';
import { formatCoins, formatDecimal, formatInteger, formatPercent } from './format/number.ts';

/** Everything a screen needs to write in the player's language. Amounts in minor units, times in milliseconds. */
export type Texts = {
  readonly t: TFunction;
  readonly locale: Locale;
  readonly coins: (minor: Minor, style?: 'short' | 'exact' | 'whole') => string;
  readonly integer: (value: number) => string;
  readonly decimal: (value: number, digits: number) => string;
  readonly percent: (fraction: number) => string;
  readonly span: (ms: number) => string;
  /** A simulated length: "12 months". */
  readonly simSpan: (simHours: number) => string;
  readonly date: (at: number) => string;
  readonly time: (at: number) => string;
  readonly local: (text: Localised) => string;
  /** The same, beginning a line: content that completes a sentence begins with a small letter. */
  readonly localTitle: (text: Localised) => string;
  /** "16.67 to 25", or one figure when both ends are the same. */
  readonly range: (low: Minor, high: Minor) => string;
  readonly country: (code: string) => string;
};

const regionNames = new Map<Locale, Intl.DisplayNames>();
function countryName(code: string, locale: Locale): string {
  const names = regionNames.get(locale) ?? new Intl.DisplayNames([locale], { type: 'region' });
  regionNames.set(locale, names);
  return names.of(code.toUpperCase()) ?? code;
}

function spanText(t: TFunction, ms: number): string {
  const span = spanOf(ms);
  if (span.unit === 's') return t('time.s', { s: span.s });
  if (span.unit === 'min') return t('time.min', { min: span.min });
  if (span.unit === 'h') {
    return span.min === 0 ? t('time.h', { h: span.h }) : t('time.hMin', { h: span.h, min: span.min });
  }
  return span.h === 0 ? t('time.d', { d: span.d }) : t('time.dH', { d: span.d, h: span.h });
}

/** U+202F, which Intl puts into French dates and times, is missing from Baloo 2. */
const noNarrow = (text: string): string => text.replaceAll('\u202f', '\u00a0');

/** One for each language, made when it is first needed: a format of dates takes as long as a whole title to draw. */
const perLocale = (make: (locale: Locale) => Intl.DateTimeFormat): ((locale: Locale) => Intl.DateTimeFormat) => {
  const made = new Map<Locale, Intl.DateTimeFormat>();
  return (locale) => {
    const format = made.get(locale) ?? make(locale);
    made.set(locale, format);
    return format;
  };
};
const dateFormat = perLocale((locale) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }));
const timeFormat = perLocale(
  (locale) => new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
);

export function textsFor(t: TFunction, locale: Locale): Texts {
  return {
    t,
    locale,
    coins: (minor, style) => formatCoins(minor, locale, style),
    integer: formatInteger,
    decimal: (value, digits) => formatDecimal(value, digits, locale),
    percent: (fraction) => formatPercent(fraction, locale),
    span: (ms) => spanText(t, ms),
    simSpan: (simHours) => {
      const { unit, count } = simSpanOf(simHours);
      return t(`time.sim.${unit}`, { count });
    },
    date: (at) => noNarrow(dateFormat(locale).format(at)),
    time: (at) => noNarrow(timeFormat(locale).format(at)),
    local: (text) => text[locale],
    localTitle: (text) => text[locale].charAt(0).toLocaleUpperCase(locale) + text[locale].slice(1),
    range: (low, high) =>
      low === high
        ? formatCoins(low, locale)
        : t('common.range', { low: formatCoins(low, locale), high: formatCoins(high, locale) }),
    country: (code) => countryName(code, locale),
  };
}

/** The texts of this moment, for messages that arise outside a component. */
export const currentTexts = (): Texts => textsFor(i18next.t, settingsStore.getState().locale);
