import type { Section } from '@bloomvale/shared/catalogue/catalogue-diff';
import { bare } from '@bloomvale/shared/catalogue/content-fields';
import { z } from 'zod';
import type { Path } from './set-path.ts';

/** How a figure is shown: what is stored times `scale`, followed by `unit.<unit>`. */
export type Unit = { readonly unit: UnitName | null; readonly scale: number };
export const UNITS = [
  'coins',
  'percent',
  'percentYear',
  'milli',
  'milliProbit',
  'milliLogit',
  'times',
  'months',
  'periods',
  'days',
  'seconds',
  'simHours',
  'points',
  'pieces',
  'degrees',
] as const;
export type UnitName = (typeof UNITS)[number];

/** Stored in minor units, a hundredth of a coin. */
const MINOR =
  /^(price|seedPrice|welcomeGift|stallDailyCap|dayBase|dayPerLevel|endowment|share|starterMatched|lowPurse|worth|worthPerLevel|coins|reserve|least|step|amount|amounts|tierFrom)$/;
/** Least and most of what is no sum. */
const NO_SUM = /history|statePercent|orders\.xp/;
const BY_NAME: readonly (readonly [RegExp, UnitName])[] = [
  [/seconds(PerLevel)?$/i, 'seconds'],
  [/simHours$/i, 'simHours'],
  [/percent$/i, 'percent'],
  [/milli$/i, 'milli'],
  [/days$/i, 'days'],
  [/months$/i, 'months'],
  [/^(xp|talkXp|wishXp|xpPerLevel|levelXp)$/, 'points'],
  [/^(yield|quantity|slotCapacity|capacity|perDay)$/, 'pieces'],
  [/^(latitude|longitude)$/, 'degrees'],
];

const isUnit = (name: unknown): name is UnitName => UNITS.some((unit) => unit === name);

/** What the schema says about itself (`meta`), else by the field's name: units stand in the comments of older schemas. */
export function unitOf(section: Section, path: Path, schema: z.core.$ZodType): Unit {
  const value = bare(schema);
  const told = value instanceof z.ZodType ? value.meta()?.unit : undefined;
  // Millionths mean little to people.
  if (told === 'ppm') return { unit: 'percent', scale: 0.0001 };
  if (isUnit(told)) return { unit: told, scale: 1 };
  const names = path.filter((key): key is string => typeof key === 'string');
  const name = names.at(-1) ?? '';
  const whole = names.join('.');
  if (name === 'annualCost') return { unit: 'percentYear', scale: 100 };
  // A person's loan is in whole coins.
  if (section === 'entrepreneurs' && name === 'amount') return { unit: 'coins', scale: 1 };
  if (MINOR.test(name) && !NO_SUM.test(whole) && section !== 'entrepreneurs') return { unit: 'coins', scale: 0.01 };
  const named = BY_NAME.find(([pattern]) => pattern.test(name));
  return { unit: named?.[1] ?? null, scale: 1 };
}
