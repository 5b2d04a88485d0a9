import { describe, expect, it } from 'vitest';
import type { CommandBus } from '../bus/command-bus.ts';
import type { GameClock } from '../game-clock.ts';
import type { Log } from '../log.ts';
import type { Rules } from '../rules.ts';
import type { Reader } from '../store/store.ts';
import { LoanClock } from './loan-clock.ts';

const NOTHING = () => undefined;

/** A clock over a store that answers when it is told to, and whose questions after its end are faults. */
function slowClock() {
  const asked = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<{ id: string }[]>();
  const errors: unknown[] = [];
  let questions = 0;
  const reader = {
    dueLoans: () => {
      questions++;
      asked.resolve();
      return answer.promise;
    },
    nextWake: async () => {
      questions++;
      return null;
    },
  } as unknown as Reader;
  const bus = { system: async () => ({ ok: true, value: { did: true } }) } as unknown as CommandBus;
  const clock = { now: () => 0, simNow: () => 0, segments: () => [] } as unknown as GameClock;
  const log = { info: NOTHING, warn: NOTHING, error: (fault: unknown) => errors.push(fault) } as unknown as Log;
  const loanClock = new LoanClock(bus, reader, {} as Rules, clock, log);
  return { loanClock, asked: asked.promise, answer: answer.resolve, errors, questions: () => questions };
}

describe('the loan clock, told to stop', () => {
  it('is over only when the batch under way is, and asks the store nothing afterwards', async () => {
    const { loanClock, asked, answer, errors, questions } = slowClock();
    loanClock.start();
    await asked;
    let over = false;
    const ended = loanClock.stop().then(() => {
      over = true;
    });
    await new Promise((done) => setImmediate(done));
    expect(over).toBe(false);
    // Two loans were due and moved on: without the word to stop it would look for more.
    answer([{ id: 'a' }, { id: 'b' }]);
    await ended;
    expect(questions()).toBe(1);
    expect(errors).toEqual([]);
  });

  it('is over at once when nothing is under way', async () => {
    const { loanClock, questions } = slowClock();
    loanClock.start();
    await loanClock.stop();
    await new Promise((done) => setTimeout(done, 5));
    expect(questions()).toBe(0);
  });
});
