import type { Reply } from '@bloomvale/shared/protocol/replies';
import type { Bot } from '../bots/bot.ts';
import { mintCommandId } from '../bots/command-id.ts';
import { gatherCrowd } from '../bots/crowd.ts';
import { Journal } from '../bots/journal.ts';
import type { ServerProcess } from '../bots/server-process.ts';
import { Tally } from '../bots/tally.ts';
import { joinBareRooms } from './bare-rooms.ts';
import { type BenchFigure, rounded } from './bench-figure.ts';
import { withBare, withRoomyGame } from './bench-servers.ts';
import { processorSeconds } from './process-usage.ts';
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
/** A loan of the bench server has so many shares; then the next one is lent to. */
const SHARES = 400;
const SHARE = 2_500;

/** Durable acknowledged lends a second over real sockets, beside bare Colyseus' request echo in the same run. */
export const measureLends = (): Promise<BenchFigure[]> =>
  withBare((bare) =>
    withRoomyGame(async (game) => {
      const echoes = await echoAskers(bare.url);
      const lends = await lendAskers(game.url);
      const figures: BenchFigure[] = [];
      for (const inFlight of IN_FLIGHT) {
        const echo: Measured[] = [];
        const lend: Measured[] = [];
        for (let round = 0; round < ROUNDS; round++) {
          echo.push(await measure(bare, echoes, inFlight));
          lend.push(await measure(game, lends, inFlight));
        }
        figures.push(...figuresOf(inFlight, echo, lend, lends.refusals));
      }
      await Promise.all([echoes.leave(), lends.leave()]);
      return figures;
    }),
  );

/** A run, and the processor time of the server for each of its requests, microseconds (NaN where the system does not tell). */
type Measured = LoadResult & { readonly processorMicros: number };

async function measure(server: ServerProcess, { askers }: Askers, inFlight: number): Promise<Measured> {
  const before = processorSeconds(server.pid);
  const result = await drive(askers, inFlight, WARM_UP_MS, MEASURED_MS);
  const after = processorSeconds(server.pid);
  const used = before === null || after === null ? Number.NaN : after - before;
  return { ...result, processorMicros: (used * 1e6) / result.total };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function figuresOf(
  inFlight: number,
  echo: readonly Measured[],
  lend: readonly Measured[],
  refusals: Readonly<Record<string, number>>,
): BenchFigure[] {
  const shape = `${SOCKETS} sockets, ${inFlight} in flight`;
  const runs = (results: readonly Measured[]): string => results.map(({ perSecond }) => perSecond).join(' and ');
  const perSecond = (results: readonly Measured[]): number => mean(results.map((result) => result.perSecond));
  const micros = (results: readonly Measured[]): number => mean(results.map((result) => result.processorMicros));
  const last = lend.at(-1) as Measured;
  const failed = lend.reduce((sum, result) => sum + result.failed, 0);
  const told = failed === 0 ? '' : `, ${failed} refused ${JSON.stringify(refusals)}`;
  return [
    {
      name: `durable lends against bare echo (${shape})`,
      value: rounded(perSecond(lend) / perSecond(echo), 3),
      unit: '',
      atLeast: LEAST_RATIO,
      note: `lends ${runs(lend)} a second, p50 ${last.p50} ms, p99 ${last.p99} ms${told}; echo ${runs(echo)}`,
    },
    {
      name: `processor time of the server for an echo against a durable lend (${shape})`,
      value: rounded(micros(echo) / micros(lend), 3),
      unit: '',
      note: `${rounded(micros(lend), 0)} microseconds a lend, ${rounded(micros(echo), 0)} an echo`,
    },
  ];
}

type Askers = { readonly askers: readonly Asker[]; readonly leave: () => Promise<unknown> };

async function echoAskers(url: string): Promise<Askers> {
  const rooms = await joinBareRooms(url, SOCKETS);
  const askers = rooms.map((room): Asker => {
    // As large as a lend: an id, a loan, an amount.
    const payload = { commandId: mintCommandId(), loanId: 'load-000-v1-1', amount: SHARE };
    return async () => ((await room.request('echo' as never, payload as never)) as { ok: boolean }).ok;
  });
  return { askers, leave: () => Promise.all(rooms.map((room) => room.leave(true))) };
}

async function lendAskers(url: string): Promise<Askers & { readonly refusals: Readonly<Record<string, number>> }> {
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
      const payload = { commandId: mintCommandId(), loanId: loans.next(), amount: SHARE };
      const reply: Reply<unknown> | null = await bot.repeat('loan.lend', payload);
      if (reply?.ok) return true;
      const code = reply?.code ?? 'UNANSWERED';
      refusals[code] = (refusals[code] ?? 0) + 1;
      return false;
    };
  });
  return { askers, refusals, leave: () => Promise.all(bots.map((bot) => bot.leave())) };
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
