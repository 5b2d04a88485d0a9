import type { Locale } from '@bloomvale/shared/content/text';
import i18next, { type TFunction } from 'i18next';
import { type Texts, textsFor } from '../../i18n/texts.ts';
import { settingsStore } from '../../store/settings.ts';

/** Everything a page needs to write in the operator's language; `t` knows the console's texts. */
export type Words = Omit<Texts, 't'> & {
  readonly t: TFunction<'operator'>;
  /** "22 Nov, 14:32" */
  readonly at: (ms: number) => string;
  /** "14:32:07" */
  readonly clock: (ms: number) => string;
  /** A fraction with this many decimals: "9.6%". */
  readonly share: (fraction: number, digits: number) => string;
};

export function wordsFor(t: TFunction<'operator'>, locale: Locale): Words {
  const texts = textsFor(t as unknown as TFunction, locale);
  const at = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const clock = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  const plain = (text: string): string => text.replaceAll('\u202f', '\u00a0');
  return {
    ...texts,
    t,
    at: (ms) => plain(at.format(ms)),
    clock: (ms) => plain(clock.format(ms)),
    share: (fraction, digits) => `${texts.decimal(fraction * 100, digits)}${locale === 'fr' ? '\u00a0%' : '%'}`,
  };
}

const made = new Map<Locale, Words>();
/** Made once a language: formatters of dates take longer to make than a row of a table takes to draw. */
export function wordsOf(locale: Locale): Words {
  const known = made.get(locale);
  if (known !== undefined) return known;
  const words = wordsFor(i18next.getFixedT(locale, 'operator') as TFunction<'operator'>, locale);
  made.set(locale, words);
  return words;
}

/** The words of this moment, for messages that arise outside a component. */
export const currentWords = (): Words => wordsOf(settingsStore.getState().locale);
