import type { Minor } from '@bloomvale/shared/money/coins';
import type { Emote, Phrase } from '@bloomvale/shared/protocol/commands';
import type { Gain } from '@bloomvale/shared/protocol/replies';

/**
 * Things that happened once and should be seen or heard once. They carry no state: a client that misses one has lost a sparkle.
 * Told after the server's reply, except `tap` and `refused`.
 */
export type Effect =
  | { readonly kind: 'planted'; readonly plots: readonly number[]; readonly crop: string; readonly cost: Minor }
  | {
      readonly kind: 'harvested';
      readonly items: readonly { readonly plot: number; readonly good: string; readonly quantity: number }[];
    }
  /** Walk-in customers bought at the stall. */
  | { readonly kind: 'sold'; readonly gains: readonly Gain[]; readonly earned: Minor }
  | {
      readonly kind: 'served';
      readonly wish: number;
      readonly good: string;
      readonly quantity: number;
      readonly paid: Minor;
    }
  | {
      readonly kind: 'lent';
      readonly loanId: string;
      readonly entrepreneur: string;
      readonly amount: Minor;
      readonly funded: boolean;
    }
  | { readonly kind: 'repaid'; readonly loanId: string; readonly amount: Minor; readonly ended: boolean }
  | { readonly kind: 'refunded'; readonly loanId: string; readonly amount: Minor }
  | { readonly kind: 'level-up'; readonly level: number }
  | { readonly kind: 'emote'; readonly id: string; readonly emote: Emote }
  /** `text` is translated already: the world only draws it. */
  | { readonly kind: 'say'; readonly id: string; readonly phrase: Phrase; readonly text: string }
  /** Shake these plots, or nothing in particular. */
  | { readonly kind: 'refused'; readonly plots: readonly number[] }
  /** A press in the interface: sound only. */
  | { readonly kind: 'tap' | 'open' | 'close' };

type Listener = (effect: Effect) => void;
const listeners = new Set<Listener>();

/** @returns a function that stops listening; its owner must call it. */
export function onEffect(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Called by `net/` and `ui/`. */
export function emitEffect(effect: Effect): void {
  for (const listener of listeners) listener(effect);
}
