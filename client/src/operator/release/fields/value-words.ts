import type { Json, Section } from '@bloomvale/shared/catalogue/catalogue-diff';
import { fieldSchema } from '@bloomvale/shared/catalogue/content-fields';
import i18next from 'i18next';
import { unitOf } from '../../catalogue/form/units.ts';
import type { Words } from '../../i18n/words.ts';
import { valueText } from './value-text.ts';

/** Digits behind the point that a figure of a catalogue can need: a chance in millionths, as percent. */
const DIGITS = 4;

/** What stands in a field, in the unit and the words in which its form shows it. */
export function valueWords(section: Section, path: readonly string[], value: Json, words: Words): string {
  const { t } = words;
  if (typeof value === 'boolean') return value ? t('catalogue.yes') : t('catalogue.no');
  if (typeof value === 'string') {
    const key = `option.${value}`;
    return /^\w+$/.test(value) && i18next.exists(key, { ns: 'operator' }) ? t(key as 'option.flat') : valueText(value);
  }
  if (typeof value !== 'number') return valueText(value);
  const schema = fieldSchema(section, path);
  const { unit, scale } = schema === null ? { unit: null, scale: 1 } : unitOf(section, path, schema);
  const figure = shortDecimal(value * scale, words);
  if (unit === null) return figure;
  const name = t(`unit.${unit}`);
  // English sets the sign for percent right behind the figure.
  return words.locale === 'en' && name.startsWith('%') ? figure + name : `${figure}\u00a0${name}`;
}

function shortDecimal(value: number, { decimal }: Words): string {
  const rounded = Number(value.toFixed(DIGITS));
  const digits = String(rounded).split('.')[1]?.length ?? 0;
  return decimal(rounded, Math.min(DIGITS, digits));
}
