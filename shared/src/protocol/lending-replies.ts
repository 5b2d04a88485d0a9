import type { Minor } from '../money/coins.ts';
import type { AutoLendView, LoanNewsLine } from './lending-views.ts';

/** Values of the accepted commands in `lending-commands.ts`. */
export type LendingCommandValues = {
  'loan.forgive': {
    readonly loanId: string;
    readonly forgiven: Minor;
    /** Still open of the player's share, and owed by the borrower in all. */
    readonly open: Minor;
    readonly outstanding: Minor;
    readonly ended: boolean;
  };
  'loan.follow': { readonly loanId: string; readonly follow: boolean; readonly follows: number };
  'loan.take-back': {
    readonly loanId: string;
    readonly amount: Minor;
    /** What the player still has in the loan. */
    readonly lent: Minor;
    readonly raised: Minor;
    readonly wallet: Minor;
  };
  'lend.auto': { readonly autoLend: Omit<AutoLendView, 'lines'> };
};

/** Sent privately to whoever lent to the loan or follows it; found again under `GET /api/lending/news`. */
export type LendingRoomMessages = { 'loan.news': LoanNewsLine };
