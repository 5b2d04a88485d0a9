import { buildSchedule } from '@bloomvale/shared/lending/schedule';
import { parseScheduleInput, type ScheduleInput } from '@bloomvale/shared/lending/schedule-input';
import { invariant } from '@bloomvale/shared/result';
import { type BenchFigure, rounded } from './bench-figure.ts';

/** Issue "Lending in full", Numbers. */
const LEAST = 100_000;
const WARM_UP_MS = 600;
const MEASURED_MS = 1_000;
const ROUNDS = 5;
/** Different loans, so that no engine can keep one answer. */
const QUESTIONS = 200;

const KINDS: Readonly<Record<string, object>> = {
  'cumulative generator': {},
  'cumulative generator, daily interest': { interestPeriod: 'daily' },
  'progressive generator, 30/360': {
    generator: 'progressive',
    interestPeriod: 'rate_factor',
    daysInMonth: '30',
    daysInYear: '360',
  },
  'progressive generator, actual/365': {
    generator: 'progressive',
    interestPeriod: 'rate_factor',
    daysInMonth: 'actual',
    daysInYear: '365',
  },
};

/**
 * Schedules of twelve instalments a second of one core, dates and rounding included: by processor time, so that whatever else the machine
 * does takes nothing away.
 */
export function measureSchedules(): BenchFigure[] {
  return Object.entries(KINDS).map(([name, options]) => {
    const questions = Array.from({ length: QUESTIONS }, (_, n) => question(n, options));
    perSecond(questions, WARM_UP_MS);
    const runs = Array.from({ length: ROUNDS }, () => perSecond(questions, MEASURED_MS)).sort((a, b) => a - b);
    const [least, most] = [runs[0] as number, runs[ROUNDS - 1] as number];
    return {
      name: `twelve-instalment schedules, ${name}`,
      value: rounded(runs[ROUNDS >> 1] as number, 0),
      unit: 'a second of one core',
      atLeast: LEAST,
      note: `median of ${ROUNDS} runs, ${rounded(least, 0)} to ${rounded(most, 0)}`,
    };
  });
}

function question(n: number, options: object): ScheduleInput {
  const parsed = parseScheduleInput({
    principal: `${100 + n * 25}.00`,
    annualRatePercent: String(18 + (n % 20)),
    numberOfRepayments: 12,
    disbursementDate: '2023-01-31',
    ...options,
  });
  invariant(parsed.ok, 'the bench asks what can be answered');
  return parsed.value;
}

function perSecond(questions: readonly ScheduleInput[], ms: number): number {
  const start = process.cpuUsage();
  let made = 0;
  let rows = 0;
  let micros = 0;
  while (micros < ms * 1_000) {
    for (const question of questions) rows += buildSchedule(question).length;
    made += questions.length;
    const { user, system } = process.cpuUsage(start);
    micros = user + system;
  }
  invariant(rows === made * 12, 'every schedule has twelve rows');
  return (made * 1_000_000) / micros;
}
