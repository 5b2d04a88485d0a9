import { checkLend } from '@bloomvale/shared/lending/caps';
import { inLastQuarter, poolLends } from '@bloomvale/shared/lending/pool-rules';
import type { Minor } from '@bloomvale/shared/money/coins';
import type { PhiloxKey } from '@bloomvale/shared/random/philox';
import { invariant } from '@bloomvale/shared/result';
import type { SimSeconds } from '@bloomvale/shared/time/sim-clock';
import { planListings } from '../listing-plan.ts';
import type { PreviewCatalogue } from './preview-catalogue.ts';
import { POOL, PreviewLoan } from './preview-loan.ts';

/** A village's hall in a preview. */
export class PreviewHall {
  readonly number: number;
  readonly open: PreviewLoan[] = [];
  /** Entrepreneurs with a running loan, the longest-running first. */
  readonly repaying: string[] = [];
  readonly #key: PhiloxKey;
  #listed = 0;
  #starters = 0;

  constructor(number: number, key: PhiloxKey) {
    this.number = number;
    this.#key = key;
  }

  /** Lists what the live rules list; `keyOf` draws the luck of the n-th loan. */
  list(
    catalogue: PreviewCatalogue,
    wallets: Minor,
    at: SimSeconds,
    keyOf: (n: number) => PhiloxKey,
  ): readonly PreviewLoan[] {
    const state = {
      listedCount: this.#listed,
      starterCount: this.#starters,
      open: this.open.map(({ kind, missing }) => ({
        entrepreneur: kind.person,
        starter: kind.product.starter,
        missing,
      })),
      running: this.repaying,
      wallets,
    };
    return planListings(catalogue.content, this.#key, state).map((listing) => {
      const kind = catalogue.kinds.get(listing.entrepreneur);
      invariant(kind !== undefined, `no such entrepreneur: ${listing.entrepreneur}`);
      if (listing.starter) this.#starters += 1;
      else this.#listed += 1;
      const n = this.#listed + this.#starters;
      const loan = new PreviewLoan(kind, this.number, n, keyOf(n), at, at + listing.windowSim);
      this.open.push(loan);
      return loan;
    });
  }

  remove(loan: PreviewLoan): void {
    this.open.splice(this.open.indexOf(loan), 1);
  }

  /** A defaulted borrower is not repaying either: a new loan of hers may be listed as live play would. */
  ended(person: string): void {
    const at = this.repaying.indexOf(person);
    if (at >= 0) this.repaying.splice(at, 1);
  }
}

export type LendAsk = {
  readonly lender: number;
  readonly wallet: Minor;
  readonly amount: Minor;
  readonly at: SimSeconds;
};

/** The server's own check of a lend (caps.ts). */
export function mayLend(catalogue: PreviewCatalogue, loan: PreviewLoan, ask: LendAsk): boolean {
  return checkLend(
    {
      amount: loan.kind.amount,
      raised: loan.raised,
      open: true,
      windowOver: ask.at >= loan.windowEndsAt,
      playerHolds: loan.heldBy(ask.lender),
      wallet: ask.wallet,
      starter: loan.kind.product.starter,
      economy: catalogue.content.economy.lending,
    },
    ask.amount,
  ).ok;
}

/** What the community pool lends now, over all halls (pool-rules.ts). */
export function poolRound(
  catalogue: PreviewCatalogue,
  loans: readonly PreviewLoan[],
  balance: Minor,
  at: SimSeconds,
): readonly { readonly loan: PreviewLoan; readonly amount: Minor }[] {
  const { pool, lending } = catalogue.content.economy;
  // The pool's own first rule, asked before anything is written down about the many loans that it does not look at.
  const asked = loans.filter((loan) => !loan.kind.product.starter && inLastQuarter(loan, at));
  if (asked.length === 0) return [];
  const candidates = asked.map((loan) => ({
    loan,
    loanId: loan.id,
    amount: loan.kind.amount,
    raised: loan.raised,
    poolHolds: loan.heldBy(POOL),
    opensAt: loan.opensAt,
    windowEndsAt: loan.windowEndsAt,
    starter: loan.kind.product.starter,
  }));
  const byId = new Map(asked.map((loan) => [loan.id, loan]));
  return poolLends(candidates, balance, at, { pool, lending }).flatMap(({ loanId, amount }) => {
    const loan = byId.get(loanId);
    return loan === undefined ? [] : [{ loan, amount }];
  });
}
