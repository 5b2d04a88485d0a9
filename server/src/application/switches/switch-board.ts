import { type Switches, SwitchesSchema } from '@bloomvale/shared/operator/live-api';
import type { Refusal } from '../bus/handler.ts';
import type { Savepoint, Work } from '../bus/work.ts';
import type { MetaRow } from '../store/rows.ts';

/** `meta` key of what operators have stopped: JSON `Switches`. */
export const SWITCHES = 'operator.switches';

export const ALL_ON: Switches = { listingsPaused: false, pausedFaucets: [], notice: null };

/** What is stored; everything runs when nothing was ever stopped. */
export const switchesIn = (row: MetaRow | null | undefined): Switches =>
  row == null ? ALL_ON : SwitchesSchema.parse(JSON.parse(row.value));

/**
 * What operators have stopped, as the latest commit left it: looked at with every command, so it is held in memory. The group after one
 * that stops something waits for its commit (`holdNext`).
 */
export class SwitchBoard {
  #current: Switches = ALL_ON;
  #paused: ReadonlySet<string> = new Set();

  get current(): Switches {
    return this.#current;
  }

  isPaused(faucet: string): boolean {
    return this.#paused.has(faucet);
  }

  set(switches: Switches): void {
    this.#current = switches;
    this.#paused = new Set(switches.pausedFaucets);
  }

  /** Takes over what a commit changed. */
  learn(rows: readonly MetaRow[]): void {
    const row = rows.find(({ key }) => key === SWITCHES);
    if (row !== undefined) this.set(switchesIn(row));
  }

  /**
   * Why a decision must not stand: it mints from a paused faucet. Asked of every decision by the bus, so that no way to coins is forgotten;
   * whatever the command did besides is undone with it, and it may be sent again later.
   */
  readonly veto = (work: Work, since: Savepoint): Refusal | null => {
    if (this.#paused.size === 0) return null;
    for (const { debit } of work.addedSince(since, 'transfer')) {
      if (this.#paused.has(debit)) return { code: 'PAUSED', detail: { source: debit } };
    }
    return null;
  };
}
