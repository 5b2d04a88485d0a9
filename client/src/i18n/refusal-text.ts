import type { RejectCode } from '@bloomvale/shared/protocol/reject-codes';
import type { Refusal } from '../store/fault.ts';
import type { Texts } from './texts.ts';

type Detail = Readonly<Record<string, string | number>>;
type Figures = Record<string, string>;

const WRITTEN = {
  coins: (value: number, texts: Texts) => texts.coins(value),
  count: (value: number, texts: Texts) => texts.integer(value),
  instant: (value: number, texts: Texts) => `${texts.date(value)} ${texts.time(value)}`,
};

/** Figures that stand in the sentence, and whether they are coins, counts or instants. */
const WITH = {
  FUNDS: { key: 'rejectWith.FUNDS', names: ['have', 'needed'], as: 'coins' },
  GOODS_SHORT: { key: 'rejectWith.GOODS_SHORT', names: ['have', 'needed'], as: 'count' },
  SLOT_FULL: { key: 'rejectWith.SLOT_FULL', names: ['room', 'capacity'], as: 'count' },
  RECIPE_LOCKED: { key: 'rejectWith.RECIPE_LOCKED', names: ['level'], as: 'count' },
  LEVEL_LOW: { key: 'rejectWith.LEVEL_LOW', names: ['level'], as: 'count' },
  STATION_FULL: { key: 'rejectWith.STATION_FULL', names: ['places'], as: 'count' },
  NEEDS_FIRST: { key: 'rejectWith.NEEDS_FIRST', names: ['have', 'needed'], as: 'count' },
  SUSPENDED: { key: 'rejectWith.SUSPENDED', names: ['until'], as: 'instant' },
  MUTED: { key: 'rejectWith.MUTED', names: ['until'], as: 'instant' },
  CROP_LOCKED: { key: 'rejectWith.CROP_LOCKED', names: ['level'], as: 'count' },
} as const satisfies Partial<Record<RejectCode, { key: string; names: readonly string[]; as: keyof typeof WRITTEN }>>;
const hasFigures = (code: RejectCode): code is keyof typeof WITH => Object.hasOwn(WITH, code);

/** The figures as they are written; null when one is missing, because it must not leave a hole in a sentence. */
function figuresOf(detail: Detail | undefined, code: keyof typeof WITH, texts: Texts): Figures | null {
  const { names, as } = WITH[code];
  const figures: Figures = {};
  for (const name of names) {
    const value = detail?.[name];
    if (typeof value !== 'number') return null;
    figures[name] = WRITTEN[as](value, texts);
  }
  return figures;
}

/** What did not happen, why, and what one can do. The code itself goes into logs, not on screen. */
export function refusalText(refusal: Refusal, texts: Texts): string {
  if (refusal.from === 'fault') return texts.t(`fault.${refusal.code}`);
  const { code, detail } = refusal;
  const figures = hasFigures(code) ? figuresOf(detail, code, texts) : null;
  if (figures === null || !hasFigures(code)) return texts.t(`reject.${code}`);
  return texts.t(WITH[code].key, { replace: figures });
}
