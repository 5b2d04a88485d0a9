import type { Minor } from '@bloomvale/shared/money/coins';
import type { Instant } from '@bloomvale/shared/time/sim-clock';
import type { AgeAnswer } from './actions.ts';
import { createSlice } from './slice.ts';

/** `checking` at boot while the cookie is tried; `none` shows the title; `known` shows the title with "Continue". */
export type SessionPhase = 'checking' | 'none' | 'known' | 'playing';

/** Oneself: account and purse. Amounts in minor units. */
export type PlayerState = {
  readonly phase: SessionPhase;
  /** Public id: the key under which one's own avatar stands in `roomStore.avatars`. */
  readonly id: string;
  readonly name: string;
  /** Player preset `a1` to `a12`. */
  readonly look: string;
  readonly guest: boolean;
  readonly email: string | null;
  readonly age: AgeAnswer;
  readonly level: number;
  readonly xp: number;
  readonly wallet: Minor;
  /** Principal lent and not back yet. */
  readonly lent: Minor;
  /** What one owes on one's own loan, principal and cost; never mixed with `lent`. */
  readonly owed: Minor;
  /** Letters that were not opened yet. */
  readonly letters: number;
  readonly village: { readonly id: string; readonly name: string } | null;
  readonly hints: readonly string[];
  readonly blocked: readonly string[];
  readonly starterLeft: number;
  /** Talks of the family that were heard, goals that were put aside, and from when on the next welcome gift is there. */
  readonly told: readonly string[];
  readonly skippedGoals: readonly string[];
  readonly giftAt: Instant;
  readonly createdAt: Instant;
  /** Divides growth and customer times; 1 in real play. */
  readonly timeScale: number;
  /** Real seconds of a simulated month. */
  readonly monthSeconds: number;
};

export const NOBODY: PlayerState = {
  phase: 'checking',
  id: '',
  name: '',
  look: 'a1',
  guest: true,
  email: null,
  age: { given: false, oldEnough: false },
  level: 1,
  xp: 0,
  wallet: 0,
  lent: 0,
  owed: 0,
  letters: 0,
  village: null,
  hints: [],
  blocked: [],
  starterLeft: 0,
  told: [],
  skippedGoals: [],
  giftAt: Number.POSITIVE_INFINITY,
  createdAt: 0,
  timeScale: 1,
  monthSeconds: 14_400,
};

/** Written by `net/` only. */
export const playerStore = createSlice<PlayerState>(NOBODY);
