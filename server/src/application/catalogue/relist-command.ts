import { escrowOf } from '@bloomvale/shared/ledger/accounts';
import { refund, SYSTEM } from '@bloomvale/shared/ledger/postings';
import { canonicalJson } from '@bloomvale/shared/lending/canonical-json';
import { ok } from '@bloomvale/shared/result';
import type { SimSeconds } from '@bloomvale/shared/time/sim-clock';
import type { Handler } from '../bus/handler.ts';
import { mustPost } from '../bus/posting.ts';
import type { Work } from '../bus/work.ts';
import { closeLoan } from '../lending/closing.ts';
import { giveBack } from '../lending/expiry.ts';
import { listLoan, type Offer, offerOf } from '../lending/listing.ts';
import { step } from '../lending/loan-changes.ts';
import { asContribution, courseOf, inOrder } from '../lending/loan-records.ts';
import type { Rules } from '../rules.ts';
import type { LoanRow } from '../store/rows.ts';
import { SWITCHES, switchesIn } from '../switches/switch-board.ts';

/** `meta` key of the version by which every hall has been looked through. */
export const RELISTED = 'catalogue.relisted';

export type Relist = {
  readonly villageId: string;
  readonly season: number;
  /** The version this was planned by: nothing is done once another is in force. */
  readonly version: number;
  readonly loanIds: readonly string[];
  /** How long a new listing stands at least. */
  readonly windowSim: SimSeconds;
};

/** `done` false: not now, while listings are paused; try again later. */
export type Relisted = { readonly withdrawn: number; readonly listed: number; readonly done: boolean };

/** The same place in the village's order, told apart by the version that changed it; at most 64 characters. */
export const relistedId = (loanId: string, version: number): string => `${loanId.replace(/-c\d+$/, '')}-c${version}`;

/**
 * Brings a village's open listings to which no player has lent to the terms of the catalogue in force: withdrawn, and listed anew for the same
 * person; who has left the catalogue is only withdrawn. What the pool or a matcher had put in goes back where it came from (T5).
 */
export const relist = (rules: Rules): Handler<Relist, Relisted> => ({
  type: 'catalogue.relist',
  needs: ({ villageId, version, loanIds }) => ({
    village: [villageId],
    meta: [SWITCHES],
    loan: loanIds,
    contribution: loanIds,
    account: [
      'pool:community',
      'mint:matching',
      'guarantee:fund',
      ...loanIds.map(escrowOf),
      ...loanIds.map((id) => escrowOf(relistedId(id, version))),
    ],
  }),
  decide({ villageId, season, version, loanIds, windowSim }, work) {
    if (switchesIn(work.get('meta', SWITCHES)).listingsPaused) return ok({ withdrawn: 0, listed: 0, done: false });
    if (version !== rules.version) return ok({ withdrawn: 0, listed: 0, done: true });
    let [withdrawn, listed] = [0, 0];
    for (const id of loanIds) {
      const loan = work.must('loan', id);
      // Somebody lent, or its window ended, since it was looked for.
      if (loan.state !== 'fundraising' || loan.lenders > 0 || work.sim >= loan.windowEndsAt) continue;
      const offer = offerOf(rules, loan.entrepreneur, loan.chapter);
      if (offer !== null && sameOffer(loan, offer)) continue;
      withdraw(work, rules, loan, version);
      withdrawn += 1;
      if (offer === null) continue;
      const standing = {
        entrepreneur: loan.entrepreneur,
        starter: offer.product.starter,
        chapter: loan.chapter,
        id: relistedId(id, version),
        // Halls stay staggered, and nobody's time in one is cut short by more than half.
        windowSim: Math.max(loan.windowEndsAt - work.sim, Math.ceil(windowSim / 2)),
      };
      listLoan(work, rules, work.must('village', villageId), season, standing, 0);
      listed += 1;
    }
    return ok({ withdrawn, listed, done: true });
  },
});

/** Whether a listing says what the catalogue in force would say. */
function sameOffer(loan: LoanRow, { person, product, amount, terms, farming }: Offer): boolean {
  return (
    loan.terms === JSON.stringify(terms) &&
    canonicalJson(courseOf(loan).farming) === canonicalJson(farming) &&
    loan.amount === amount &&
    loan.partner === person.partner &&
    loan.product === product.id &&
    loan.grade === person.loan.grade &&
    loan.funding === product.funding &&
    (loan.starter === 1) === product.starter
  );
}

function withdraw(work: Work, rules: Rules, loan: LoanRow, version: number): void {
  const rows = inOrder(work.all('contribution', loan.id)).filter(({ amount }) => amount > 0);
  if (rows.length > 0) {
    const batch = refund(loan.id, rows.map(asContribution), 'cancel', SYSTEM);
    mustPost(work, { ...batch, reason: `cancel: catalogue version ${version}` }, loan.id);
  }
  const closed = closeLoan(work, rules, step(loan, { type: 'cancel' }), 'cancelled', { amount: loan.raised, version });
  for (const row of rows) giveBack(work, closed, row);
}

/** Every hall has been looked through by this version. */
export const relistedAll: Handler<{ readonly version: number }, Record<string, never>> = {
  type: 'catalogue.relisted',
  needs: () => ({}),
  decide({ version }, work) {
    work.put('meta', { key: RELISTED, value: String(version) });
    return ok({});
  },
};
