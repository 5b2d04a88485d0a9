import type { Section } from './catalogue-diff.ts';

/**
 * Everything that can be found in a catalogue, and whether it may go live with it. An error breaks the game or a promise made to players; a
 * warning is for a person to judge. Words stand under `finding.<code>` in the console's texts.
 */
export const FINDING_CODES = {
  // Schema
  field_missing: 'error',
  field_unknown: 'error',
  wrong_type: 'error',
  not_an_option: 'error',
  wrong_format: 'error',
  number_too_small: 'error',
  number_too_large: 'error',
  number_not_multiple: 'error',
  text_too_short: 'error',
  text_too_long: 'error',
  list_too_short: 'error',
  list_too_long: 'error',
  does_not_fit: 'error',
  english_missing: 'error',
  french_missing: 'error',
  // Names and references
  id_twice: 'error',
  name_twice: 'warning',
  face_twice: 'warning',
  partner_unknown: 'error',
  partner_not_there: 'error',
  partner_unused: 'warning',
  product_unknown: 'error',
  product_unused: 'warning',
  region_unknown: 'error',
  region_unused: 'warning',
  good_unknown: 'error',
  good_twice: 'error',
  station_unknown: 'error',
  group_and_gender: 'error',
  // Loans
  starter_terms: 'error',
  starters_too_few: 'error',
  starter_beyond_day: 'warning',
  chapter_amount: 'error',
  chapter_same_use: 'warning',
  grace_too_long: 'error',
  grace_without_effect: 'warning',
  interval_uneven: 'warning',
  term_too_long: 'error',
  schedule_impossible: 'error',
  instalment_too_small: 'error',
  amount_uneven: 'warning',
  nobody_may_lend: 'error',
  amount_slow: 'warning',
  cost_unusual: 'warning',
  cost_apart: 'warning',
  loan_dominated: 'warning',
  // Texts
  text_forbidden: 'error',
  text_markup: 'error',
  text_hidden: 'error',
  text_loud: 'warning',
  text_typography: 'warning',
  languages_same: 'error',
  language_short: 'warning',
  words_too_few: 'warning',
  words_too_many: 'warning',
  not_first_person: 'warning',
  letter_without_share: 'warning',
  quote_not_one_sentence: 'warning',
  use_not_completing: 'warning',
  words_shared: 'warning',
  place_unknown: 'error',
  places_differ: 'warning',
  // Drawings
  portrait_missing: 'error',
  portrait_not_drawn: 'error',
  picture_later: 'warning',
  flag_later: 'warning',
  crop_not_drawn: 'error',
  icon_unknown: 'error',
  // Economy
  not_rising: 'error',
  falling: 'error',
  more_than: 'error',
  price_falling: 'warning',
  level_beyond: 'error',
  free_seed: 'error',
  crop_dominated: 'warning',
  crop_loses: 'warning',
  good_without_source: 'error',
  good_unused: 'warning',
  recipe_unreachable: 'error',
  recipe_early: 'warning',
  talk_missing: 'error',
  map_missing: 'error',
  plots_without_place: 'error',
  // Seasons and time
  month_lean_and_harvest: 'error',
  month_twice: 'error',
  seasons_uneven: 'warning',
  planting_in_harvest: 'warning',
  window_unusual: 'warning',
  night_without_crop: 'warning',
  // There are more of them than are told.
  and_more: 'warning',
} as const satisfies Readonly<Record<string, 'error' | 'warning'>>;

export type FindingCode = keyof typeof FINDING_CODES;
export type Severity = (typeof FINDING_CODES)[FindingCode];

export type Finding = {
  readonly severity: Severity;
  /** `catalogue`: the whole. */
  readonly section: Section | 'catalogue';
  /** Entry of a list; null for a part that is one object, and for what concerns a whole list. */
  readonly id: string | null;
  /** Keys that lead to the field inside the entry, positions of lists among them; empty for the whole entry. */
  readonly path: readonly string[];
  readonly code: FindingCode;
  /** Figures and names for the text. Lists are joined by a comma and a blank. */
  readonly detail: Readonly<Record<string, string | number>>;
};

export type Place = Pick<Finding, 'section'> & {
  readonly id?: string | null;
  readonly path?: readonly (string | number)[];
};
/** Adds a finding. */
export type Tell = (at: Place, code: FindingCode, detail?: Finding['detail']) => void;

/** Text in a detail is quoted from a catalogue: enough of it to be recognised. */
const QUOTE_LENGTH = 80;
export const quoted = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length <= QUOTE_LENGTH ? text : `${text.slice(0, QUOTE_LENGTH - 1)}…`;
};

export function makeFinding(
  { section, id = null, path = [] }: Place,
  code: FindingCode,
  detail: Finding['detail'],
): Finding {
  return { severity: FINDING_CODES[code], section, id, path: path.map((key) => quoted(String(key))), code, detail };
}
