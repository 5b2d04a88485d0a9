import { isObject, type Json } from './catalogue-diff.ts';
import { valueAt } from './changes-onto.ts';
import type { DiffPart, DiffValue } from './diff-sentence.ts';
import type { Lookup } from './diff-words.ts';

type Terms = {
  /** Minor units. */
  readonly amount: number;
  /** Simulated hours from disbursal to the last instalment. */
  readonly hours: number;
  /** Principal of an instalment on average, minor units, rounded to the cent. */
  readonly instalment: number;
};

const numberAt = (value: Json, ...path: string[]): number | null => {
  const number = valueAt(value, path);
  return typeof number === 'number' ? number : null;
};

/** What a person asks for and for how long; null when the draft does not say yet. */
export function termsOf(person: Json, side: Lookup): Terms | null {
  const productId = valueAt(person, ['loan', 'product']);
  const product = typeof productId === 'string' ? side('products', productId) : null;
  const amount = numberAt(person, 'loan', 'amount');
  const instalments = numberAt(product, 'instalments');
  const interval = numberAt(product, 'intervalSimHours');
  if (!isObject(product) || amount === null || instalments === null || interval === null) return null;
  const carrying = product.method === 'bullet' ? 1 : instalments - (numberAt(product, 'graceOnPrincipal') ?? 0);
  if (carrying < 1) return null;
  return { amount: amount * 100, hours: instalments * interval, instalment: Math.round((amount * 100) / carrying) };
}

/** Fields that `loanParts` tells, when both sides have a value of this kind; everything else is told like any field. */
const TOLD: Readonly<Record<string, 'number' | 'string'>> = {
  amount: 'number',
  annualCost: 'number',
  product: 'string',
  grade: 'string',
};
export const isToldOfLoan = ({
  path,
  before,
  after,
}: {
  readonly path: readonly string[];
  readonly before: Json;
  readonly after: Json;
}): boolean => {
  const [part, key = ''] = path;
  const type = part === 'loan' && path.length === 2 && Object.hasOwn(TOLD, key) ? TOLD[key] : null;
  return type !== null && typeof before === type && typeof after === type;
};

type Person = { readonly entry: Json; readonly side: Lookup };

/** What changes about a person's loan, and what follows from it: length, instalment, expected loss. */
export function loanParts(was: Person, is: Person): DiffPart[] {
  const [before, after] = [termsOf(was.entry, was.side), termsOf(is.entry, is.side)];
  const coins = (minor: number): DiffValue => ({ kind: 'coins', minor });
  const hours = (value: number): DiffValue => ({ kind: 'simHours', hours: value });
  const parts: (DiffPart | null)[] = [
    between('amount', amountOf(was), amountOf(is), (amount) => coins(amount * 100)),
    before === null || after === null ? null : between('term', before.hours, after.hours, hours),
    ...nameParts(was, is),
    between('cost', numberAt(was.entry, 'loan', 'annualCost'), numberAt(is.entry, 'loan', 'annualCost'), fraction),
    between('loss', lossOf(was), lossOf(is), fraction),
  ];
  if (before !== null && after !== null && before.instalment !== after.instalment) {
    const key = after.instalment < before.instalment ? 'instalmentFalls' : 'instalmentRises';
    parts.push({ key, values: { before: coins(before.instalment), after: coins(after.instalment) } });
  }
  return parts.filter((part) => part !== null);
}

const fraction = (value: number): DiffValue => ({ kind: 'fraction', fraction: value });
const amountOf = ({ entry }: Person): number | null => numberAt(entry, 'loan', 'amount');

function between<T extends Json>(
  key: DiffPart['key'],
  before: T | null,
  after: T | null,
  value: (of: T) => DiffValue,
): DiffPart | null {
  if (before === null || after === null || before === after) return null;
  return { key, values: { before: value(before), after: value(after) } };
}

/** Grade and product, by name. */
function nameParts(was: Person, is: Person): (DiffPart | null)[] {
  const text = (path: readonly string[], side: Person): string | null => {
    const value = valueAt(side.entry, path);
    return typeof value === 'string' ? value : null;
  };
  const product = ({ side }: Person, id: string): DiffValue => {
    const name = valueAt(side('products', id), ['name']);
    const isLocalised = isObject(name) && typeof name.en === 'string' && typeof name.fr === 'string';
    return { kind: 'text', text: isLocalised ? { en: String(name.en), fr: String(name.fr) } : id };
  };
  const [old, now] = [text(['loan', 'product'], was), text(['loan', 'product'], is)];
  const path = ['loan', 'product'];
  const field: DiffValue = { kind: 'field', section: 'entrepreneurs', path, locale: null };
  return [
    between('grade', text(['loan', 'grade'], was), text(['loan', 'grade'], is), (grade) => ({
      kind: 'text',
      text: grade,
    })),
    old === null || now === null || old === now
      ? null
      : { key: 'field', values: { field, before: product(was, old), after: product(is, now) } },
  ];
}

/** Expected share lost of the loan's grade, as the model of that side says; null without one. */
function lossOf({ entry, side }: Person): number | null {
  const grade = valueAt(entry, ['loan', 'grade']);
  const ppm = typeof grade === 'string' ? numberAt(side('model', null), 'lossPpm', grade) : null;
  return ppm === null ? null : ppm / 1_000_000;
}
