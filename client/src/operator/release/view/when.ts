import type { Locale } from '@bloomvale/shared/content/text';

/** U+202F, which Intl puts into French dates and times, is missing from the fonts. */
const noNarrow = (text: string): string => text.replaceAll('\u202f', '\u00a0');

/** "25 Nov 2026, 14:30 GMT+1": an instant (epoch ms) where the operator sits, with the zone, for nobody should have to guess which. */
export const whenText = (at: number, locale: Locale, timeZone?: string): string =>
  noNarrow(
    new Intl.DateTimeFormat(locale, {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZoneName: 'short',
      ...(timeZone === undefined ? {} : { timeZone }),
    }).format(at),
  );

/** "14:38:51" and "22 Nov 2026": a line of the log. */
export const clockText = (at: number, locale: Locale, timeZone?: string): string =>
  noNarrow(
    new Intl.DateTimeFormat(locale, {
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
      ...(timeZone === undefined ? {} : { timeZone }),
    }).format(at),
  );
export const dayText = (at: number, locale: Locale, timeZone?: string): string =>
  noNarrow(
    new Intl.DateTimeFormat(locale, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      ...(timeZone === undefined ? {} : { timeZone }),
    }).format(at),
  );

const two = (value: number): string => String(value).padStart(2, '0');

/** Value of a `datetime-local` field for an instant, in the zone of this device. */
export function fieldOf(at: number): string {
  const d = new Date(at);
  return `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())}T${two(d.getHours())}:${two(d.getMinutes())}`;
}

const FIELD = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?$/;
/** Later than this is a slip of the finger, not a plan: days. */
const FARTHEST_DAYS = 366;

/**
 * The instant (epoch ms) a `datetime-local` field names, read in the zone of this device. An hour that does not exist (clocks go forward)
 * becomes the one after it, which is why the reading is shown back.
 */
export function readField(
  value: string,
  now: number,
): { readonly at: number } | { readonly fault: 'empty' | 'shape' | 'past' | 'far' } {
  if (value.trim() === '') return { fault: 'empty' };
  const match = FIELD.exec(value.trim());
  if (match === null) return { fault: 'shape' };
  const [year, month, day, hour, minute] = match.slice(1).map(Number) as [number, number, number, number, number];
  const date = new Date(year, month - 1, day, hour, minute);
  if (date.getMonth() !== month - 1 || date.getDate() !== day) return { fault: 'shape' };
  const at = date.getTime();
  if (at <= now) return { fault: 'past' };
  return at > now + FARTHEST_DAYS * 86_400_000 ? { fault: 'far' } : { at };
}
