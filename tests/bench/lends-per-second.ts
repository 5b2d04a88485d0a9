import type { Reply } from '@bloomvale/shared/protocol/replies';
import { type BotRoom, joinRoom } from '../bots/bot-room.ts';
import { gatherCrowd } from '../bots/crowd.ts';
import type { Guest } from '../bots/guest.ts';
import { Journal } from '../bots/journal.ts';
import type { ServerProcess } from '../bots/server-process.ts';
import { Tally } from '../bots/tally.ts';
import { joinBareRooms } from './bare-rooms.ts';
import { type BenchFigure, median, rounded, spread } from './bench-figure.ts';
import { withBare, withRoomyGame } from './bench-servers.ts';
import { processorSeconds } from './process-usage.ts';
import { type Asker, drive, type LoadResult } from './request-load.ts';

const SOCKETS = 200;
/** A client sends one command after another; eight at a time shows what the server does when it is never idle. */
const IN_FLIGHT = [8, 1] as const;
/** Both servers first run until their code is compiled: a server runs for days, a round for seconds. */
const COMPILE_MS = 6_000;
const WARM_UP_MS = 1_000;
const MEASURED_MS = 3_000;
/** Echo and lends take turns, so that a machine that slows down slows both; each pair of rounds gives one ratio. */
const ROUNDS = 5;
/** Issue "First playable", Numbers. */
const LEAST_RATIO = 0.25;
const SHARE = 2_500;
const REQUEST = { timeout: 10_000 };

let minted = 0;
/** Version 7 like a client's, counted instead of drawn: a client mints one now and then, this process mints for all of them. */
function freshId(): string {
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${(++minted).toString(16).padStart(12, '0')}`;
}

/**
 * Durable acknowledged lends a second over real sockets, beside bare Colyseus' request echo in the same run. Both are asked alike: the
 * same SDK in the same process, as many sockets, as many requests under way, a fresh id in each, the same answer timeout. A lend that
 * is refused is no lend. The figure is the median of the rounds' ratios.
 */
export const measureLends = (): Promise<BenchFigure[]> =>
  withBare((bare) =>
    withRoomyGame(async (game) => {
      const echoes = await echoAskers(bare.url);
      const lends = await lendAskers(game.url);
      const figures: BenchFigure[] = [];
      for (const inFlight of IN_FLIGHT) {
        for (const asked of [echoes, lends])
          await asked.prepare().then(() => drive(asked.askers, inFlight, 0, COMPILE_MS));
        const rounds: Round[] = [];
        for (let round = 0; round < ROUNDS; round++) {
          const echo = await measure(bare, echoes, inFlight);
          rounds.push({ echo, lend: await measure(game, lends, inFlight) });
        }
        figures.push(...figuresOf(inFlight, rounds, lends.refusals));
      }
      await Promise.all([echoes.leave(), lends.leave()]);
      return figures;
    }),
  );

type Round = { readonly echo: Measured; readonly lend: Measured };

/** A run, and the processor time of the server for each of its requests, microseconds (NaN where the system does not tell). */
type Measured = LoadResult & { readonly processorMicros: number };

async function measure(server: ServerProcess, { askers, prepare }: Askers, inFlight: number): Promise<Measured> {
  await prepare();
  const before = processorSeconds(server.pid);
  const result = await drive(askers, inFlight, WARM_UP_MS, MEASURED_MS);
  const after = processorSeconds(server.pid);
  const used = before === null || after === null ? Number.NaN : after - before;
  return { ...result, processorMicros: (used * 1e6) / result.total };
}

function figuresOf(
  inFlight: number,
  rounds: readonly Round[],
  refusals: Readonly<Record<string, number>>,
): BenchFigure[] {
  const shape = `${SOCKETS} sockets, ${inFlight} in flight`;
  const ratios = rounds.map(({ lend, echo }) => lend.perSecond / echo.perSecond);
  const [lends, echoes] = [rounds.map(({ lend }) => lend), rounds.map(({ echo }) => echo)];
  const middle = (results: readonly Measured[], of: keyof Measured): number =>
    rounded(median(results.map((result) => result[of])), 1);
  const micros = { lend: middle(lends, 'processorMicros'), echo: middle(echoes, 'processorMicros') };
  const failed = lends.reduce((sum, result) => sum + result.failed, 0);
  const told = failed === 0 ? 'none refused' : `${failed} refused ${JSON.stringify(refusals)}`;
  return [
    {
      name: `durable lends against bare echo (${shape})`,
      value: rounded(median(ratios), 3),
      unit: '',
      atLeast: LEAST_RATIO,
      note: `${ROUNDS} rounds, ${spread(ratios, 3)}; lends a second ${spread(perSecond(lends))}, p50 ${middle(lends, 'p50')} ms, p99 ${middle(lends, 'p99')} ms, ${told}; echoes ${spread(perSecond(echoes))}`,
    },
    {
      name: `processor time of the server for an echo against a durable lend (${shape})`,
      value: rounded(micros.echo / micros.lend, 3),
      unit: '',
      note: `${micros.lend} microseconds a lend, ${micros.echo} an echo`,
    },
  ];
}

const perSecond = (results: readonly Measured[]): number[] => results.map((result) => result.perSecond);

type Askers = {
  readonly askers: readonly Asker[];
  /** Before each run, off the clock. */
  readonly prepare: () => Promise<unknown>;
  readonly leave: () => Promise<unknown>;
};

async function echoAskers(url: string): Promise<Askers> {
  const rooms = await joinBareRooms(url, SOCKETS);
  const askers = rooms.map((room): Asker => {
    return async () => {
      // As large as a lend: an id, a loan, an amount.
      const payload = { commandId: freshId(), loanId: 'load-000-v1-1', amount: SHARE };
      return ((await room.request('echo' as never, payload as never, REQUEST)) as { ok: boolean }).ok;
    };
  });
  return { askers, prepare: async () => undefined, leave: () => Promise.all(rooms.map((room) => room.leave(true))) };
}

async function lendAskers(url: string): Promise<Askers & { readonly refusals: Readonly<Record<string, number>> }> {
  const bots = await gatherCrowd({ url, players: SOCKETS, seed: 1, tally: new Tally(), journal: new Journal() });
  const refusals: Record<string, number> = {};
  const turns = new Map<string, Turns>();
  const rooms: BotRoom[] = [];
  const askers: Asker[] = [];
  for (const { guest, me } of bots) {
    const room = await joinRoom({ url, cookie: guest.cookie, place: 'village', owner: me.id, opened: () => undefined });
    const loans = turns.get(me.village.id) ?? new Turns(guest);
    turns.set(me.village.id, loans);
    rooms.push(room);
    askers.push(async () => {
      const payload = { commandId: freshId(), loanId: loans.next(), amount: SHARE };
      const reply = (await room.request('loan.lend' as never, payload as never, REQUEST)) as Reply<unknown>;
      if (reply.ok) return true;
      refusals[reply.code] = (refusals[reply.code] ?? 0) + 1;
      return false;
    });
  }
  return {
    askers,
    refusals,
    prepare: () => Promise.all([...turns.values()].map((loans) => loans.look())),
    leave: () => Promise.all(rooms.map((room) => room.leave(true))),
  };
}

/** Fills one open loan of a village after another, each share once. */
class Turns {
  readonly #guest: Guest;
  #loans: { readonly id: string; left: number }[] = [];

  constructor(guest: Guest) {
    this.#guest = guest;
  }

  /** What is open now; nothing may be under way. */
  async look(): Promise<void> {
    const { loans } = await this.#guest.hall();
    this.#loans = loans
      .filter(({ starter, state }) => !starter && state === 'fundraising')
      .map(({ id, amount, raised }) => ({ id, left: (amount - raised) / SHARE }));
  }

  next(): string {
    const [loan] = this.#loans;
    if (loan === undefined) throw new Error('a village has no loans left to lend to');
    if (--loan.left <= 0 && this.#loans.length > 1) this.#loans.shift();
    return loan.id;
  }
}
