import type { Locale } from '@bloomvale/shared/content/text';
import { MINOR_PER_COIN, type Minor, wholeCoins } from '@bloomvale/shared/money/coins';

/** U+00A0 groups thousands in both languages: Baloo 2 has no U+202F, so Intl's French output would lose its gaps. */
export const NBSP = '\u00a0';

const DECIMAL: Record<Locale, string> = { en: '.', fr: ',' };

const grouped = (whole: number): string => String(whole).replace(/\B(?=(\d{3})+(?!\d))/g, NBSP);

/** A whole number with its thousands apart; U+2212 for minus. */
export function formatInteger(value: number): string {
  const rounded = Math.round(value);
  return (rounded < 0 ? '\u2212' : '') + grouped(Math.abs(rounded));
}

/** A number with exactly `digits` decimals, half up. */
export function formatDecimal(value: number, digits: number, locale: Locale): string {
  const scaled = Math.round(Math.abs(value) * 10 ** digits);
  const whole = Math.floor(scaled / 10 ** digits);
  const rest = String(scaled % 10 ** digits).padStart(digits, '0');
  return (value < 0 && scaled > 0 ? '\u2212' : '') + grouped(whole) + (digits === 0 ? '' : DECIMAL[locale] + rest);
}

/**
 * Coins from minor units. `short` shows decimals only where cents matter (12.50, 25); `exact` always shows two (statements);
 * `whole` rounds down (the purse in the HUD).
 */
export function formatCoins(minor: Minor, locale: Locale, style: 'short' | 'exact' | 'whole' = 'short'): string {
  if (style === 'whole') return formatInteger(wholeCoins(minor));
  const digits = style === 'short' && minor % MINOR_PER_COIN === 0 ? 0 : 2;
  return formatDecimal(minor / MINOR_PER_COIN, digits, locale);
}

/** A fraction as a percentage, with at most one decimal; French sets U+00A0 before the sign. */
export function formatPercent(fraction: number, locale: Locale): string {
  const tenths = Math.round(fraction * 1000);
  const text = formatDecimal(tenths / 10, tenths % 10 === 0 ? 0 : 1, locale);
  return locale === 'fr' ? `${text}${NBSP}%` : `${text}%`;
}
