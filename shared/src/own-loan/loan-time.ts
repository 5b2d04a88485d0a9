import { SIM_HOUR, type SimSeconds } from '../time/sim-clock.ts';

/**
 * **Loan time**: the calendar of a player's own loan. It follows the simulated clock while the borrower is about and for `awaySimHours`
 * after they were last seen; then it stands still until they are back. The simulated clock itself stands still while no server runs
 * (lending.md 1). So a date that passes while the borrower is away, or while the server is down, is not missed: it moves on by the time
 * nobody could pay. The rule needs no timer: it is worked out when the borrower next does something.
 */
export type LoanTime = {
  /** Simulated instant at which the borrower was last about. */
  readonly activeSim: SimSeconds;
  /** Loan time passed since they began to play. */
  readonly elapsed: SimSeconds;
};

export const newLoanTime = (sim: SimSeconds): LoanTime => ({ activeSim: sim, elapsed: 0 });

/** Loan time as it stands at a simulated instant, without the borrower doing anything. A clock behind `activeSim` adds nothing. */
export const elapsedAt = (time: LoanTime, sim: SimSeconds, awaySimHours: number): SimSeconds =>
  time.elapsed + Math.min(Math.max(0, sim - time.activeSim), awaySimHours * SIM_HOUR);

/** The borrower does something at `sim`. */
export const beAbout = (time: LoanTime, sim: SimSeconds, awaySimHours: number): LoanTime => ({
  activeSim: Math.max(sim, time.activeSim),
  elapsed: elapsedAt(time, sim, awaySimHours),
});
