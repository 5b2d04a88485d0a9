import type { Minor } from '../money/coins.ts';
import type { Gone } from '../play/household.ts';
import type { Instant } from '../time/sim-clock.ts';
import type { CommandType, GestureType } from './commands.ts';
import type { GrowingValues } from './growing-views.ts';
import type { HomeCommandValues } from './home-replies.ts';
import type { LendingCommandValues } from './lending-replies.ts';
import type { RejectCode } from './reject-codes.ts';

export type Rejected = {
  readonly ok: false;
  readonly code: RejectCode;
  /** Figures for the text: amounts in minor units, names. Never an internal message. */
  readonly detail?: Readonly<Record<string, string | number>>;
};
/** `now` is the server clock when it decided; clients keep the sample with the shortest round trip. */
export type Accepted<T> = { readonly ok: true; readonly now: Instant; readonly value: T };
export type Reply<T> = Accepted<T> | Rejected;

export type Gain = { readonly good: string; readonly quantity: number };
/** What every durable play command tells besides its own result. */
export type Progress = { readonly xp: number; readonly level: number; readonly levelUp: boolean };
/** Walk-in sales settled on the way, newest last. */
export type Sales = { readonly sold: readonly Gain[]; readonly earned: Minor };

/** Since the last visit, for the welcome-back panel; true events only. */
export type WelcomeBack = {
  readonly awayMs: number;
  readonly sold: readonly Gain[];
  readonly earned: Minor;
  readonly ripe: number;
  /** Batches that are ready in the kitchen; left out when none. */
  readonly ready?: number;
  /** What a new catalogue no longer knows, and what was paid for it; left out when there is nothing to tell. */
  readonly gone?: readonly Gone[];
  readonly repaid: readonly { readonly loanId: string; readonly name: string; readonly amount: Minor }[];
  readonly late: readonly { readonly loanId: string; readonly name: string; readonly daysPastDue: number }[];
  readonly lost: readonly { readonly loanId: string; readonly name: string; readonly amount: Minor }[];
  readonly refunded: readonly { readonly loanId: string; readonly name: string; readonly amount: Minor }[];
  readonly funded: readonly { readonly loanId: string; readonly name: string }[];
  readonly ended: readonly { readonly loanId: string; readonly name: string }[];
};

export type CommandValues = HomeCommandValues &
  LendingCommandValues &
  GrowingValues & {
    'garden.plant': {
      readonly planted: readonly number[];
      readonly plantedAt: Instant;
      readonly cost: Minor;
    } & Progress;
    'garden.harvest': {
      readonly harvested: readonly { readonly plot: number; readonly good: string; readonly quantity: number }[];
    } & Progress;
    'stall.stock': { readonly slot: number; readonly quantity: number } & Sales;
    'stall.unstock': { readonly returned: Gain } & Sales;
    'stall.serve': { readonly paid: Minor; readonly good: string; readonly quantity: number } & Progress;
    'stall.skip': Record<string, never>;
    'home.catch-up': { readonly sales: Sales; readonly report: WelcomeBack };
    'hint.done': { readonly hints: readonly string[] };
    'loan.lend': {
      readonly loanId: string;
      readonly lent: Minor;
      readonly raised: Minor;
      readonly funded: boolean;
      readonly wallet: Minor;
      /** Until when it may be taken back; null when it completed the loan, which has begun. */
      readonly takeBackUntil: Instant | null;
    };
    'player.rename': { readonly name: string };
    'player.look': { readonly look: string };
    'social.report': Record<string, never>;
    'social.block': { readonly blocked: readonly string[] };
  };
export type CommandReply<T extends CommandType> = Reply<CommandValues[T]>;

export type GestureValues = {
  /** Where the server has the avatar start, and when; the path follows from the map (`play/walk-grid`). */
  walk: {
    readonly from: readonly [number, number];
    readonly to: readonly [number, number];
    readonly departAt: Instant;
  };
  emote: Record<string, never>;
  say: Record<string, never>;
};
export type GestureReply<T extends GestureType> = Reply<GestureValues[T]>;
