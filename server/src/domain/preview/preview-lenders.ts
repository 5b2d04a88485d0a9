import { firstLossCover } from '@bloomvale/shared/lending/guarantee';
import { modelOf } from '@bloomvale/shared/lending/loan-terms';
import type { Minor } from '@bloomvale/shared/money/coins';
import { isPlayer, MATCHER, POOL, type PreviewLoan } from './preview-loan.ts';
import type { LenderStyle } from './preview-settings.ts';

/** Purses and books of a run's lenders, by number; amounts in minor units. */
export class PreviewLenders {
  readonly count: number;
  readonly styles: readonly LenderStyle[];
  readonly wallet: Float64Array;
  /** Lent and not yet back, lost or refunded. */
  readonly lentOut: Float64Array;
  /** All that was ever lent to loans that were disbursed, and what of it was lost for good so far. */
  readonly lent: Float64Array;
  readonly lost: Float64Array;
  readonly covered: Uint8Array;
  readonly starters: Uint16Array;
  /** Community pool, and the guarantee fund that matching comes back to. */
  pool: Minor;
  guarantee: Minor = 0;
  minted = 0;
  spent = 0;

  constructor(count: number, styles: readonly LenderStyle[], endowment: Minor) {
    this.pool = endowment;
    this.count = count;
    this.styles = styleOfEach(count, styles);
    this.wallet = new Float64Array(count);
    this.lentOut = new Float64Array(count);
    this.lent = new Float64Array(count);
    this.lost = new Float64Array(count);
    this.covered = new Uint8Array(count);
    this.starters = new Uint16Array(count);
  }

  /** Everybody arrives in the first day, one after another. */
  arrivalHour(lender: number): number {
    return lender % 24;
  }

  gift(lender: number, amount: Minor): void {
    this.wallet[lender] = (this.wallet[lender] as number) + amount;
    this.minted += amount;
  }

  /** An hour of play: earned, then spent as far as the purse reaches. */
  play(lender: number, hour: number): void {
    const style = this.styles[lender] as LenderStyle;
    const earned = style.earnPerHour[hour % 24] as number;
    const purse = (this.wallet[lender] as number) + earned;
    const spent = Math.min(purse, style.spendPerHour[hour % 24] as number);
    this.wallet[lender] = purse - spent;
    this.minted += earned;
    this.spent += spent;
  }

  /** Comes back to whoever lent it: a repayment, or a refund. */
  credit(lender: number, amount: Minor): void {
    if (lender === POOL) this.pool += amount;
    else if (lender === MATCHER) this.guarantee += amount;
    else {
      this.wallet[lender] = (this.wallet[lender] as number) + amount;
      this.lentOut[lender] = (this.lentOut[lender] as number) - amount;
    }
  }

  /** Lent for good: the loan was disbursed. */
  disbursed(loan: PreviewLoan): void {
    for (const [i, lender] of loan.lenders.entries()) {
      if (isPlayer(lender)) this.lent[lender] = (this.lent[lender] as number) + (loan.amounts[i] as number);
    }
  }

  /** What is not back when a loan ends is lost; a part of a player's first loss comes from the guarantee fund (T7). */
  settle(loan: PreviewLoan): void {
    const { guarantee } = modelOf(loan.kind.terms);
    for (const [i, lender] of loan.lenders.entries()) {
      const loss = (loan.amounts[i] as number) - (loan.paid[i] as number);
      if (loss === 0 || !isPlayer(lender)) continue;
      const cover = firstLossCover(loss, this.covered[lender] === 1, this.guarantee, guarantee);
      this.guarantee -= cover;
      this.covered[lender] = 1;
      this.lentOut[lender] = (this.lentOut[lender] as number) - loss;
      this.wallet[lender] = (this.wallet[lender] as number) + cover;
      this.lost[lender] = (this.lost[lender] as number) + loss - cover;
    }
  }

  /** A part of a loss that came back after all (T8). */
  recovered(lender: number, part: Minor): void {
    if (!isPlayer(lender)) {
      this.credit(lender, part);
      return;
    }
    this.wallet[lender] = (this.wallet[lender] as number) + part;
    this.lost[lender] = (this.lost[lender] as number) - part;
  }
}

/** Styles dealt out by their shares, so that every village has its mixture: the style whose share is furthest behind comes next. */
function styleOfEach(count: number, styles: readonly LenderStyle[]): LenderStyle[] {
  const dealt = styles.map(() => 0);
  return Array.from({ length: count }, (_, i) => {
    let next = 0;
    let behind = Number.NEGATIVE_INFINITY;
    styles.forEach((style, s) => {
      const gap = (style.percent * (i + 1)) / 100 - (dealt[s] as number);
      if (gap > behind) [next, behind] = [s, gap];
    });
    dealt[next] = (dealt[next] as number) + 1;
    return styles[next] as LenderStyle;
  });
}
