import { GROWING } from '../content/growing.fixture.ts';
import type { OwnLoanOffer } from '../content/growing.ts';
import { invariant } from '../result.ts';
import { SIM_MONTH } from '../time/sim-clock.ts';
import { type Borrower, newBorrower } from './borrower.ts';
import type { OwnLoan } from './own-loan.ts';
import { quote } from './quote.ts';
import { signLoan } from './signing.ts';

export const RULES = GROWING.ownLoan;

export function offerOf(id: string): OwnLoanOffer {
  const offer = RULES.offers.find((one) => one.id === id);
  invariant(offer !== undefined, `no offer ${id}`);
  return offer;
}

/** Two months in, and so much a month taken. */
export const earning = (perMonth: number, change: Partial<Borrower> = {}): Borrower => ({
  ...newBorrower(0),
  time: { activeSim: 2 * SIM_MONTH, elapsed: 2 * SIM_MONTH },
  takings: [
    { month: 0, amount: perMonth },
    { month: 1, amount: perMonth },
  ],
  ...change,
});

/** The starter loan, 160 coins in four instalments of 42, signed at the beginning of loan time. */
export function starter(share = 0): { readonly loan: OwnLoan; readonly borrower: Borrower } {
  const offer = offerOf('plots');
  return signLoan(offer, quote(offer, offer.amount), newBorrower(0), { id: 'own-ann-1', share });
}
