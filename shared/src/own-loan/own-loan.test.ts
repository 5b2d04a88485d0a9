import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SIM_DAY, SIM_HOUR, SIM_MONTH } from '../time/sim-clock.ts';
import { closeBook, newBorrower } from './borrower.ts';
import { effortOf, largestFitting } from './effort.ts';
import { keepUp } from './keep-up.ts';
import { beAbout, elapsedAt, newLoanTime } from './loan-time.ts';
import { judge, sizeNow } from './offer-now.ts';
import { earning, offerOf, RULES, starter } from './own-loan.fixture.ts';
import { owedOn } from './own-loan.ts';
import { OwnLoanSchema } from './own-loan-schema.ts';
import { ownDaysPastDue, passTime } from './passing.ts';
import { fromTakings, missingNext, payOff, payOffNow, payOn } from './paying.ts';
import { quote } from './quote.ts';
import { summaryOf } from './summary.ts';
import { addTakings, monthlyTakings } from './takings.ts';

describe('loan time', () => {
  it('follows the clock while the borrower is about, and a week longer', () => {
    const time = beAbout(newLoanTime(1_000), 1_000 + SIM_DAY, 168);
    expect(time).toEqual({ activeSim: 1_000 + SIM_DAY, elapsed: SIM_DAY });
    expect(elapsedAt(time, time.activeSim + 100 * SIM_DAY, 168)).toBe(SIM_DAY + 168 * SIM_HOUR);
  });
  it('does not run backwards with the clock', () => {
    const time = { activeSim: 5_000, elapsed: 700 };
    expect(beAbout(time, 4_000, 168)).toEqual(time);
  });
  it('counts the same however often one looks in, and never more than the clock', () => {
    const steps = fc.array(fc.integer({ min: 0, max: 20 * SIM_DAY }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(steps, (gaps) => {
        let time = newLoanTime(0);
        for (const gap of gaps) {
          const before = time;
          time = beAbout(time, time.activeSim + gap, 168);
          expect(time.elapsed - before.elapsed).toBe(Math.min(gap, 168 * SIM_HOUR));
        }
        expect(time.elapsed).toBeLessThanOrEqual(time.activeSim);
      }),
    );
  });
});

describe('what an offer costs', () => {
  it('is 4 times 42 for the starter loan, 8 in all, and says its yearly rate', () => {
    const { rows, cost, total, instalment, annualTenths } = quote(offerOf('plots'), 16_000);
    expect(rows.map((row) => row.total)).toEqual([4_200, 4_200, 4_200, 4_200]);
    expect({ cost, total, instalment }).toEqual({ cost: 800, total: 16_800, instalment: 4_200 });
    // Twelve months at the monthly rate i with 160 = 42/(1+i) + ... + 42/(1+i)^4.
    const worth = (i: number) => [1, 2, 3, 4].reduce((sum, k) => sum + 42 / (1 + i) ** k, 0);
    const monthly = (1 + annualTenths / 1_000) ** (1 / 12) - 1;
    expect(worth(monthly)).toBeCloseTo(160, 0);
  });
  it('adds up for every sum: instalments are principal and cost', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.constantFrom('plots', 'small', 'large'), (sum, id) => {
        const { rows, principal, cost, total } = quote(offerOf(id), sum);
        expect(rows.reduce((all, row) => all + row.principal, 0)).toBe(principal);
        expect(rows.reduce((all, row) => all + row.total, 0)).toBe(total);
        expect(total).toBe(principal + cost);
        expect(rows.at(-1)?.balance).toBe(0);
      }),
    );
  });
});

describe('takings', () => {
  it('are averaged over the months that count; the first half month counts as half', () => {
    const early = addTakings([], SIM_DAY, 3_000, 4);
    expect(monthlyTakings(early, SIM_DAY, 4)).toBe(6_000);
    const later = [0, 1, 2, 3, 4].reduce((all, month) => addTakings(all, month * SIM_MONTH, 1_000, 4), early);
    expect(later.map(({ month }) => month)).toEqual([1, 2, 3, 4]);
    expect(monthlyTakings(later, 5 * SIM_MONTH - 1, 4)).toBe(1_000);
  });
});

describe('the cap on instalments', () => {
  const small = offerOf('small');
  it('is comfortable below 30 %, a caution up to 40 %, and refused above', () => {
    const { instalment } = quote(small, 20_000);
    const verdict = (percent: number) => effortOf(quote(small, 20_000), Math.ceil((instalment * 100) / percent), RULES);
    expect(verdict(29)).toMatchObject({ verdict: 'comfortable', percent: 29 });
    expect(verdict(30).verdict).toBe('caution');
    expect(verdict(40).verdict).toBe('caution');
    expect(verdict(41)).toMatchObject({ verdict: 'refused', percent: 41 });
  });
  it('names the largest sum that fits, in whole steps', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200_000 }), (takings) => {
        const most = largestFitting(small, 20_000, takings, RULES, ['comfortable', 'caution']);
        const fits = (sum: number) => effortOf(quote(small, sum), takings, RULES).verdict !== 'refused';
        if (most === null) {
          expect(fits(RULES.least)).toBe(false);
          return;
        }
        expect(most % RULES.step).toBe(0);
        expect(fits(most)).toBe(true);
        if (most < 20_000) expect(fits(most + RULES.step)).toBe(false);
      }),
    );
  });
  it('says what would be left if the stall sold half as much', () => {
    const { instalment } = quote(small, 20_000);
    expect(effortOf(quote(small, 20_000), 20_000, RULES).leftIfHalf).toBe(10_000 - instalment);
  });
});

describe('whether an offer is open', () => {
  const context = (change: object = {}) => ({
    borrower: earning(50_000),
    stallLevel: 1,
    owned: false,
    owed: 0,
    ...change,
  });
  const small = offerOf('small');
  const asked = { amount: 20_000, instalment: quote(small, 20_000).instalment, share: 0 };
  const code = (offer: string, application: object, at: object = {}) => {
    const judged = judge(offerOf(offer), { ...asked, ...application }, context(at), RULES);
    return judged.ok ? 'ok' : judged.error.code;
  };
  it('is refused by name, and the name fits', () => {
    expect(code('small', {}, { borrower: earning(50_000, { running: 'own-ann-1' }) })).toBe('BORROW_OPEN');
    expect(code('plots', {}, { borrower: earning(0, { starterTaken: true }) })).toBe('BORROW_STARTER');
    expect(code('oven', {}, { owned: true })).toBe('BORROW_OWNED');
    expect(code('large', {})).toBe('BORROW_LEVEL');
    expect(code('small', {}, { borrower: earning(50_000, { pausedUntil: 3 * SIM_MONTH }) })).toBe('BORROW_PAUSE');
    expect(code('small', { amount: 20_500 })).toBe('BORROW_AMOUNT');
    expect(code('small', { amount: 3_500 })).toBe('BORROW_AMOUNT');
    expect(code('small', { amount: 19_999 })).toBe('BORROW_AMOUNT');
    expect(code('small', { share: 7 })).toBe('BORROW_SHARE');
    expect(code('small', {}, { borrower: earning(10_000) })).toBe('BORROW_CAP');
    expect(code('small', { instalment: asked.instalment + 1 })).toBe('BORROW_TERMS');
    expect(code('small', {})).toBe('ok');
  });
  it('grows with what was given back, and shrinks after a reschedule', () => {
    expect(sizeNow(small, earning(0, { percent: 125 }), RULES)).toBe(25_000);
    expect(sizeNow(small, earning(0, { percent: 50 }), RULES)).toBe(10_000);
    expect(sizeNow(small, earning(0, { percent: 1 }), RULES)).toBe(RULES.least);
    expect(sizeNow(offerOf('plots'), earning(0, { percent: 50 }), RULES)).toBe(16_000);
  });
});

describe('paying', () => {
  const { loan } = starter(50);
  it('takes cost first, the oldest instalment first, and never more than is owed', () => {
    const paid = payOn(loan, 4_300);
    expect(paid).toMatchObject({ principal: 4_000, cost: 300, waived: 0 });
    expect(paid.loan.rows[1]).toMatchObject({ paidCost: 100, paidPrincipal: 0 });
    expect(() => payOn(loan, 16_801)).toThrow('owed');
    expect(() => payOn(loan, 0)).toThrow('owed');
  });
  it('comes to the same loan in any parts', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5_000 }), { maxLength: 12 }), (amounts) => {
        let inParts = loan;
        let sum = 0;
        for (const amount of amounts) {
          const part = Math.min(amount, owedOn(inParts));
          if (part === 0) break;
          inParts = payOn(inParts, part).loan;
          sum += part;
        }
        const atOnce = sum === 0 ? loan : payOn(loan, sum).loan;
        expect({ ...inParts, payments: 0 }).toEqual({ ...atOnce, payments: 0 });
        expect(owedOn(inParts)).toBe(16_800 - sum);
      }),
    );
  });
  it('early, drops the cost of months that have not begun', () => {
    expect(payOffNow(loan, 0)).toEqual({ amount: 16_200, saved: 600 });
    expect(payOffNow(loan, SIM_MONTH)).toEqual({ amount: 16_400, saved: 400 });
    const done = payOff(payOn(loan, 100).loan, SIM_MONTH);
    expect(done).toMatchObject({ principal: 16_000, cost: 300, waived: 400 });
    expect(done.loan.life.state).toBe('ended');
    expect(owedOn(done.loan)).toBe(0);
  });
  it('from takings, goes no further than the next instalment and leaves the last ten coins', () => {
    const event = { takings: 100_000, wallet: 50_000, reserve: 1_000 };
    expect(missingNext(loan, 0)).toBe(4_200);
    expect(fromTakings(loan, 0, event)).toBe(4_200);
    expect(fromTakings(loan, 0, { ...event, takings: 1_001 })).toBe(500);
    expect(fromTakings(loan, 0, { ...event, wallet: 3_000 })).toBe(2_000);
    expect(fromTakings(loan, 0, { ...event, wallet: 900 })).toBe(0);
    expect(fromTakings(payOn(loan, 4_200).loan, 0, event)).toBe(0);
    expect(fromTakings(payOn(loan, 4_200).loan, SIM_MONTH, event)).toBe(4_200);
  });
});

describe('the passing of loan time', () => {
  const { loan } = starter();
  it('makes nobody late before the day, and nobody who has paid', () => {
    expect(passTime(loan, 0, SIM_MONTH - 1, RULES).news).toEqual([]);
    const ahead = payOn(loan, 4_200).loan;
    expect(passTime(ahead, 0, SIM_MONTH, RULES).loan.everLate).toBe(false);
  });
  it('says late on the day, counts the days, and gives a new schedule after thirty', () => {
    const late = passTime(loan, 0, SIM_MONTH, RULES);
    expect(late).toMatchObject({ news: ['late'], loan: { everLate: true } });
    expect(ownDaysPastDue(late.loan, SIM_MONTH + 29 * SIM_DAY)).toBe(29);
    expect(passTime(late.loan, SIM_MONTH, 2 * SIM_MONTH, RULES).loan.life.rescheduledCount).toBe(0);
    const anew = passTime(payOn(late.loan, 1_000).loan, SIM_MONTH, 2 * SIM_MONTH + SIM_DAY, RULES);
    expect(anew.news).toEqual(['late', 'rescheduled']);
    expect(owedOn(anew.loan)).toBe(15_800);
    expect(anew.loan.rows).toHaveLength(7);
    expect(anew.loan.rows[1]?.due).toBe(3 * SIM_MONTH + SIM_DAY);
    expect(anew.loan.cost).toBe(800);
  });
  it('writes off after two new schedules and half a year, whatever was paid, and the books still add up', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ days: fc.integer({ min: 0, max: 7 }), pay: fc.integer({ min: 0, max: 900 }) }), {
          minLength: 1,
          maxLength: 400,
        }),
        (life) => {
          let now = loan;
          let at = 0;
          let written = 0;
          for (const { days, pay } of life) {
            const amount = Math.min(pay, owedOn(now));
            if (amount > 0) now = payOn(now, amount).loan;
            const passed = passTime(now, at, at + days * SIM_DAY, RULES);
            at += days * SIM_DAY;
            written += passed.writtenOff;
            now = passed.loan;
            OwnLoanSchema.parse(now);
          }
          const { principal, cost, paidPrincipal, paidCost, waived, writtenOff, owed, running } = summaryOf(now);
          expect(paidPrincipal + paidCost + waived + writtenOff + owed).toBe(principal + cost);
          expect(writtenOff).toBe(written);
          expect(running).toBe(owed > 0);
          expect(now.life.rescheduledCount).toBeLessThanOrEqual(2);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('the history of a borrower', () => {
  it('grows by a quarter for a loan given back on time, halves for a new schedule, and stays in its bounds', () => {
    const { loan, borrower } = starter();
    const clean = payOn(loan, 16_800).loan;
    expect(closeBook(borrower, clean, RULES)).toMatchObject({ repaid: 1, percent: 125, running: null });
    const moved = { ...clean, life: { ...clean.life, rescheduledCount: 1 } };
    expect(closeBook(borrower, moved, RULES)).toMatchObject({ repaid: 1, rescheduled: 1, percent: 50 });
    expect(closeBook({ ...borrower, percent: 190 }, clean, RULES).percent).toBe(200);
    expect(closeBook({ ...borrower, percent: 25 }, moved, RULES).percent).toBe(20);
  });
  it('pauses after a write-off', () => {
    const { loan, borrower } = starter();
    const lost = { ...loan, life: { ...loan.life, state: 'defaulted' as const } };
    const after = closeBook({ ...borrower, time: { activeSim: 9, elapsed: 9 } }, lost, RULES);
    expect(after).toMatchObject({ writtenOff: 1, pausedUntil: 9 + 3 * SIM_MONTH });
  });
});

describe('keeping up', () => {
  it('counts takings in the month they came, sets the share aside, and only then looks at dates', () => {
    const { loan, borrower } = starter(50);
    const event = { sim: 7 * SIM_DAY, takings: 8_400, wallet: 20_000, present: true };
    const kept = keepUp(borrower, loan, event, RULES);
    expect(kept.payment).toMatchObject({ principal: 4_000, cost: 200 });
    expect(kept.borrower.takings).toEqual([{ month: 0, amount: 8_400 }]);
    expect(kept.news).toEqual(['paid']);
  });
  it('moves no loan time for somebody who is away', () => {
    const kept = keepUp(newBorrower(0), null, { sim: SIM_DAY, takings: 10, wallet: 10, present: false }, RULES);
    expect(kept.borrower).toMatchObject({ time: { activeSim: 0, elapsed: 0 }, takings: [{ month: 0, amount: 10 }] });
  });
  it('closes the book when the last unit is set aside', () => {
    const { loan, borrower } = starter(50);
    const nearly = payOn(loan, 16_000).loan;
    const event = { sim: 0, takings: 100_000, wallet: 100_000, present: true };
    const at = { ...borrower, time: { activeSim: 0, elapsed: 3 * SIM_MONTH } };
    const kept = keepUp(at, nearly, event, RULES);
    expect(kept).toMatchObject({ news: ['paid', 'ended'], borrower: { running: null, repaid: 1 } });
  });
});
