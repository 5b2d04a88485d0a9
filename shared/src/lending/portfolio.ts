import { addMinor, type Minor } from '../money/coins.ts';

/** One contribution of a lender with what became of it; amounts in minor units. */
export type PortfolioLine = {
  readonly contributed: Minor;
  /** Repaid by the borrower (T6), and recovered after a default (T8). */
  readonly repaid: Minor;
  readonly recovered: Minor;
  /** Handed back because the loan expired or was cancelled (T5) or refunded after disbursal (T10). */
  readonly refunded: Minor;
  readonly forgiven: Minor;
  /** Borne currency loss (T9). */
  readonly fxLoss: Minor;
  /** Paid by the guarantee fund (T7). */
  readonly covered: Minor;
  readonly phase: 'raising' | 'running' | 'closed' | 'defaulted';
  readonly daysPastDue: number;
};

export type PortfolioFigures = {
  /** Ever lent, refunds included. */
  readonly lent: Minor;
  readonly repaid: Minor;
  readonly refunded: Minor;
  /** Waiting in escrow for a loan to fund. */
  readonly raising: Minor;
  /** Owed by borrowers whose loans run. */
  readonly outstanding: Minor;
  /** Part of `outstanding` in loans with a late instalment (any day past due). */
  readonly late: Minor;
  /** Defaulted, less what was recovered or forgiven, plus currency losses. */
  readonly lost: Minor;
  readonly recovered: Minor;
  readonly forgiven: Minor;
  readonly covered: Minor;
  readonly loans: {
    readonly raising: number;
    readonly running: number;
    readonly late: number;
    readonly closed: number;
    readonly defaulted: number;
  };
};

const EMPTY: PortfolioFigures = {
  lent: 0,
  repaid: 0,
  refunded: 0,
  raising: 0,
  outstanding: 0,
  late: 0,
  lost: 0,
  recovered: 0,
  forgiven: 0,
  covered: 0,
  loans: { raising: 0, running: 0, late: 0, closed: 0, defaulted: 0 },
};

/** What a line's lender is still owed or has lost: contribution less everything that came back or was given up. */
const open = (line: PortfolioLine): Minor =>
  line.contributed - line.repaid - line.recovered - line.refunded - line.forgiven - line.fxLoss;

/**
 * A lender's figures from their contributions. lent = repaid + recovered + refunded + forgiven + raising + outstanding + lost, always.
 */
export function portfolioFigures(lines: Iterable<PortfolioLine>): PortfolioFigures {
  let total = EMPTY;
  for (const line of lines) total = addLine(total, line);
  return total;
}

function addLine(total: PortfolioFigures, line: PortfolioLine): PortfolioFigures {
  const rest = open(line);
  const late = line.phase === 'running' && line.daysPastDue > 0;
  const loans = { ...total.loans, [line.phase]: total.loans[line.phase] + 1 };
  return {
    lent: addMinor(total.lent, line.contributed),
    repaid: addMinor(total.repaid, line.repaid),
    refunded: addMinor(total.refunded, line.refunded),
    raising: total.raising + (line.phase === 'raising' ? rest : 0),
    outstanding: total.outstanding + (line.phase === 'running' ? rest : 0),
    late: total.late + (late ? rest : 0),
    lost: addMinor(total.lost, line.fxLoss + (line.phase === 'defaulted' ? rest : 0)),
    recovered: addMinor(total.recovered, line.recovered),
    forgiven: addMinor(total.forgiven, line.forgiven),
    covered: addMinor(total.covered, line.covered),
    loans: late ? { ...loans, late: loans.late + 1 } : loans,
  };
}

/** A coin movement of a lender, in the order it happened. */
export type LenderMovement = { readonly kind: 'lent' | 'back'; readonly amount: Minor };

/** How much of what was lent had come back from borrowers before: money that went round again. First in, first out. */
export function reLent(movements: Iterable<LenderMovement>): Minor {
  let returned = 0;
  let relent = 0;
  for (const { kind, amount } of movements) {
    if (kind === 'back') returned = addMinor(returned, amount);
    else {
      const again = Math.min(returned, amount);
      returned -= again;
      relent = addMinor(relent, again);
    }
  }
  return relent;
}
