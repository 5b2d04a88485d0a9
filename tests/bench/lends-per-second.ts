import { randomUUID } from 'node:crypto';
import type { Reply } from '@bloomvale/shared/protocol/replies';
import { Client, type Room } from '@colyseus/sdk';
import type { Bot } from '../bots/bot.ts';
import { gatherCrowd } from '../bots/crowd.ts';
import { Journal } from '../bots/journal.ts';
import { Tally } from '../bots/tally.ts';
import { type BenchFigure, rounded } from './bench-figure.ts';
import { withBare, withRoomyGame } from './bench-servers.ts';
import { type Asker, drive, type LoadResult } from './request-load.ts';

const SOCKETS = 200;
/** A client sends one command after another; eight at a time shows what the server does when it is never idle. */
const IN_FLIGHT = [1, 8] as const;
const WARM_UP_MS = 1_500;
const MEASURED_MS = 4_000;
/** Echo and lends take turns, so that a machine that slows down slows both. */
const ROUNDS = 2;
/** Issue "First playable", Numbers. */
const LEAST_RATIO = 0.25;
/** A loan of 1 000 coins has so many shares; then the next one is lent to. */
const SHARES = 40;

/** Durable acknowledged lends a second over real sockets, beside bare Colyseus' request echo in the same run. */
export const measureLends = (): Promise<BenchFigure[]> =>
  withBare((bare) =>
    withRoomyGame(async (game) => {
      const echoes = await echoAskers(bare.url);
      const { askers: lenders, refusals } = await lendAskers(game.url);
      const figures: BenchFigure[] = [];
      for (const inFlight of IN_FLIGHT) {
        const echo: LoadResult[] = [];
        const lend: LoadResult[] = [];
        for (let round = 0; round < ROUNDS; round++) {
          echo.push(await drive(echoes, inFlight, WARM_UP_MS, MEASURED_MS));
          lend.push(await drive(lenders, inFlight, WARM_UP_MS, MEASURED_MS));
        }
        figures.push(...figuresOf(inFlight, echo, lend, refusals));
      }
      return figures;
    }),
  );

const mean = (results: readonly LoadResult[]): number =>
  results.reduce((sum, { perSecond }) => sum + perSecond, 0) / results.length;

function figuresOf(
  inFlight: number,
  echo: readonly LoadResult[],
  lend: readonly LoadResult[],
  refusals: Readonly<Record<string, number>>,
): BenchFigure[] {
  const shape = `${SOCKETS} sockets, ${inFlight} in flight`;
  const runs = (results: readonly LoadResult[]): string => results.map(({ perSecond }) => perSecond).join(' and ');
  const last = lend.at(-1) as LoadResult;
  const failed = lend.reduce((sum, result) => sum + result.failed, 0);
  const told = failed === 0 ? '' : `, ${failed} refused ${JSON.stringify(refusals)}`;
  return [
    {
      name: `durable lends against bare echo (${shape})`,
      value: rounded(mean(lend) / mean(echo), 3),
      unit: '',
      atLeast: LEAST_RATIO,
      note: `lends ${runs(lend)} a second, p50 ${last.p50} ms, p99 ${last.p99} ms${told}; echo ${runs(echo)}`,
    },
    { name: `durable lends (${shape})`, value: Math.round(mean(lend)), unit: 'a second' },
    { name: `bare echo (${shape})`, value: Math.round(mean(echo)), unit: 'a second' },
  ];
}

async function echoAskers(url: string): Promise<Asker[]> {
  const rooms: Room[] = [];
  for (let i = 0; i < SOCKETS; i++) rooms.push((await new Client(url).joinOrCreate('echo')) as unknown as Room);
  return rooms.map((room) => {
    // As large as a lend: an id, a loan, an amount.
    const payload = { commandId: randomUUID(), loanId: 'load-000-v1-1', amount: 2_500 };
    return async () => ((await room.request('echo' as never, payload as never)) as { ok: boolean }).ok;
  });
}

async function lendAskers(url: string): Promise<{ askers: Asker[]; refusals: Record<string, number> }> {
  const crowd = { players: SOCKETS, seed: 1, tally: new Tally(), journal: new Journal() };
  const bots = await gatherCrowd({ url, ...crowd });
  await Promise.all(bots.map((bot) => bot.enter('village')));
  const refusals: Record<string, number> = {};
  const turns = new Map<string, Turns>();
  for (const bot of bots) {
    const village = bot.me.village.id;
    if (!turns.has(village)) turns.set(village, new Turns(await openLoans(bot)));
  }
  const askers = bots.map((bot): Asker => {
    const loans = turns.get(bot.me.village.id) as Turns;
    return async () => {
      const payload = { commandId: randomUUID(), loanId: loans.next(), amount: 2_500 };
      const reply: Reply<unknown> | null = await bot.repeat('loan.lend', payload);
      if (reply?.ok) return true;
      const code = reply?.code ?? 'UNANSWERED';
      refusals[code] = (refusals[code] ?? 0) + 1;
      return false;
    };
  });
  return { askers, refusals };
}

const openLoans = async (bot: Bot): Promise<string[]> =>
  (await bot.guest.hall()).loans
    .filter(({ starter, state }) => !starter && state === 'fundraising')
    .map(({ id }) => id);

/** Fills one loan after another, each share once. */
class Turns {
  readonly #loans: readonly string[];
  #lent = 0;

  constructor(loans: readonly string[]) {
    this.#loans = loans;
  }

  next(): string {
    return this.#loans[Math.floor(this.#lent++ / SHARES) % this.#loans.length] as string;
  }
}
