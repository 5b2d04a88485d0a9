import type { Growing, LetterKind, ShopState } from '../content/growing.ts';
import type { Locale, Localised } from '../content/text.ts';
import { MINOR_PER_COIN, type Minor } from '../money/coins.ts';
import type { LateCause } from '../shops/late-cause.ts';

/** What a letter or greeting says besides its plain words. */
export type LetterFacts = {
  readonly player: string;
  readonly amount?: Minor;
  readonly cause?: LateCause | null;
  readonly keepsake?: Localised;
  /** Her own words at disbursal: what one share bought. */
  readonly letter?: Localised;
};

/** An amount as each language writes it: `1 012.50` and `1 012,50`, whole coins without decimals. */
function coinsText(amount: Minor, locale: Locale): string {
  const whole = String(Math.floor(amount / MINOR_PER_COIN)).replace(/\B(?=(\d{3})+$)/g, '\u00a0');
  const rest = amount % MINOR_PER_COIN;
  if (rest === 0) return whole;
  return `${whole}${locale === 'fr' ? ',' : '.'}${String(rest).padStart(2, '0')}`;
}

function filled(template: string, facts: LetterFacts, locale: Locale, causes: Growing['letters']['causes']): string {
  const values: Record<string, string> = {
    player: facts.player,
    amount: coinsText(facts.amount ?? 0, locale),
    cause: facts.cause == null ? '' : causes[facts.cause][locale],
    keepsake: facts.keepsake?.[locale] ?? '',
    letter: facts.letter?.[locale] ?? '',
  };
  const text = template.replace(/\{(player|amount|cause|keepsake|letter)\}/g, (_, name: string) => values[name] ?? '');
  // A cause that is not known leaves no hole, and a name that is empty (a player who left) no stray comma.
  return text.replace(/ {2,}/g, ' ').trim();
}

const both = (template: Localised, facts: LetterFacts, growing: Growing): Localised => ({
  en: filled(template.en, facts, 'en', growing.letters.causes),
  fr: filled(template.fr, facts, 'fr', growing.letters.causes),
});

/** What stands in a letter, in every language. */
export const letterText = (growing: Growing, kind: LetterKind, facts: LetterFacts): Localised =>
  both(growing.letters.kinds[kind], facts, growing);

/** What she says at her door: her lenders by name, others kindly; when she is late, why. */
export const greetingText = (growing: Growing, state: ShopState, lender: boolean, facts: LetterFacts): Localised =>
  both(growing.letters.greetings[state][lender ? 'lender' : 'visitor'], facts, growing);
