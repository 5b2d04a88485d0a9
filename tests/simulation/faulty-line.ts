import type { Dice } from '../bots/dice.ts';

/** Chances in a thousand, and the longest delay each way. */
export type LineFaults = {
  readonly lost: number;
  readonly doubled: number;
  readonly delayMs: number;
};

export const PERFECT: LineFaults = { lost: 0, doubled: 0, delayMs: 0 };

type Parcel = { readonly at: number; readonly deliver: () => void };

/** A network without manners: what is sent may vanish, come twice, late, and in another order. Time is told by its owner. */
export class FaultyLine {
  faults: LineFaults;
  readonly #dice: Dice;
  #parcels: Parcel[] = [];

  constructor(faults: LineFaults, dice: Dice) {
    this.faults = faults;
    this.#dice = dice;
  }

  send(now: number, deliver: () => void): void {
    const copies = this.#dice.upTo(1_000) < this.faults.doubled ? 2 : 1;
    for (let copy = 0; copy < copies; copy++) {
      if (this.#dice.upTo(1_000) < this.faults.lost) continue;
      this.#parcels.push({ at: now + this.#dice.upTo(this.faults.delayMs + 1), deliver });
    }
  }

  /** Hands over what is due, in whatever order. */
  deliverUpTo(now: number): void {
    const due = this.#parcels.filter(({ at }) => at <= now);
    this.#parcels = this.#parcels.filter(({ at }) => at > now);
    while (due.length > 0) due.splice(this.#dice.upTo(due.length), 1)[0]?.deliver();
  }
}
