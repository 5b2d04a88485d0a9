import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Minor } from '../money/coins.ts';
import type { CoinEffect, PlayContext, Played, PlayRefusal } from '../play/effects.ts';
import type { Household } from '../play/household.ts';
import { CONTENT, KEY, newcomer, START } from '../play/play.fixture.ts';
import { PLAY_RULES } from '../play/play-rules.ts';
import type { Result } from '../result.ts';
import { SIM_YEAR } from '../time/sim-clock.ts';
import { type Borrower, newBorrower } from './borrower.ts';
import { keepUp } from './keep-up.ts';
import { beAbout } from './loan-time.ts';
import { judge, sizeNow } from './offer-now.ts';
import { RULES } from './own-loan.fixture.ts';
import { type OwnLoan, owedOn } from './own-loan.ts';
import { quote } from './quote.ts';
import { ownLoanId, signLoan } from './signing.ts';

/**
 * The worst borrower there is: takes every loan on offer, never pays by hand, and spends whatever the purse holds, for a simulated year and
 * more, with absences of any length. The real rules of play and of the own loan, without a server.
 */
class Worst {
  household: Household = newcomer();
  borrower: Borrower = newBorrower(0);
  loan: OwnLoan | null = null;
  wallet: Minor = CONTENT.economy.welcomeGift;
  now = START;
  /** A simulated day is 480 real seconds, as in real play. */
  get sim(): number {
    return Math.floor((this.now - START) * 0.18);
  }
  #count = 0;

  play<V>(
    rule: (household: Household, command: never, context: PlayContext) => Result<Played<V>, PlayRefusal>,
    command: object,
  ): boolean {
    const commandId = `c${this.#count++}`;
    const context = { now: this.now, content: CONTENT, timeScale: 1, wallet: this.wallet, key: KEY, commandId };
    const played = rule(this.household, { ...command, commandId } as never, context);
    if (!played.ok) return false;
    this.household = played.value.household;
    const takings = this.#post(played.value.coins);
    const event = { sim: this.sim, takings, wallet: this.wallet, present: true };
    const kept = keepUp(this.borrower, this.loan, event, RULES);
    if (kept.payment !== null) this.wallet -= kept.payment.principal + kept.payment.cost;
    this.borrower = kept.borrower;
    this.loan = kept.borrower.running === null ? null : kept.loan;
    return true;
  }

  #post(coins: readonly CoinEffect[]): Minor {
    let takings = 0;
    for (const effect of coins) {
      this.wallet += effect.kind === 'earn' ? effect.amount : -effect.amount;
      if (effect.kind === 'earn' && effect.source === 'minigame') takings += effect.amount;
    }
    return takings;
  }

  /** Whatever the fund would give, for nothing. */
  borrow(share: number): void {
    this.borrower = { ...this.borrower, time: beAbout(this.borrower.time, this.sim, RULES.awaySimHours) };
    for (const offer of RULES.offers) {
      const amount = sizeNow(offer, this.borrower, RULES);
      const { instalment } = quote(offer, amount);
      const context = {
        borrower: this.borrower,
        stallLevel: 5,
        owned: false,
        owed: this.loan === null ? 0 : owedOn(this.loan),
      };
      const judged = judge(offer, { amount, instalment, share }, context, RULES);
      if (!judged.ok) continue;
      const id = ownLoanId('worst', this.borrower.signed + 1);
      const signed = signLoan(offer, judged.value, this.borrower, { id, share });
      this.loan = signed.loan;
      this.borrower = signed.borrower;
      if (offer.grant.kind === 'coins') this.wallet += amount;
    }
  }

  /** Everything goes into seeds; what does not fit is thrown after them. */
  waste(): void {
    this.play(PLAY_RULES['garden.plant'], { plots: [0, 1, 2, 3, 4, 5], crop: 'bean' });
    this.wallet = 0;
  }
}

const step = fc.record({
  away: fc.constantFrom(20_000, 60_000, 3_600_000, 14_400_000, 86_400_000),
  share: fc.constantFrom(0, ...RULES.shares),
  borrows: fc.boolean(),
  wastes: fc.boolean(),
});

/** A few honest minutes with the crop whose seed is free. */
function honestly(worst: Worst): void {
  const plots = [0, 1, 2, 3];
  worst.play(PLAY_RULES['garden.harvest'], { plots });
  worst.play(PLAY_RULES['garden.plant'], { plots, crop: 'cress' });
  worst.now += 20_000;
  worst.play(PLAY_RULES['garden.harvest'], { plots });
  for (const [slot, good] of ['cress', 'bean', 'melon'].entries()) {
    const quantity = Math.min(CONTENT.economy.stall.slotCapacity, worst.household.store[good] ?? 0);
    if (quantity > 0) worst.play(PLAY_RULES['stall.stock'], { slot, good, quantity });
  }
  worst.now += 60_000;
  worst.play(PLAY_RULES['home.catch-up'], { seen: true });
}

it('lets the worst borrower plant, sell, earn, and lend the least share again, after a simulated year of it', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 60 }), (steps) => {
      const worst = new Worst();
      for (let i = 0; worst.sim < SIM_YEAR; i++) {
        const { away, share, borrows, wastes } = steps[i % steps.length] as (typeof steps)[number];
        if (borrows) worst.borrow(share);
        honestly(worst);
        if (wastes) worst.waste();
        worst.now += away;
        expect(worst.wallet).toBeGreaterThanOrEqual(0);
      }
      // From here on they mind their stall, with whatever loan and share is running.
      const { share } = CONTENT.economy.lending;
      let visits = 0;
      while (worst.wallet < share && visits < 60) {
        honestly(worst);
        visits++;
      }
      expect(worst.wallet).toBeGreaterThanOrEqual(share);
    }),
    { numRuns: 40 },
  );
});
