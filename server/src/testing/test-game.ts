import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCatalogue } from '@bloomvale/assets/load-catalogue';
import type { Content } from '@bloomvale/shared/content/content';
import { walletOf } from '@bloomvale/shared/ledger/accounts';
import { earn } from '@bloomvale/shared/ledger/postings';
import type { CommandPayload, CommandType } from '@bloomvale/shared/protocol/commands';
import type { CommandReply } from '@bloomvale/shared/protocol/replies';
import { ok } from '@bloomvale/shared/result';
import { auditAll, withSource } from '../application/audit.ts';
import { mustPost } from '../application/bus/posting.ts';
import type { Work } from '../application/bus/work.ts';
import type { GameEvent } from '../application/contract.ts';
import { buildGame } from '../application/game.ts';
import { GameCore, type GameParts } from '../application/game-core.ts';
import type { GuestAccounts } from '../application/jobs/idle-guests.ts';
import type { Log } from '../application/log.ts';
import type { Needs, Store } from '../application/store/store.ts';
import { MemoryStore } from '../persistence/memory-store.ts';
import { openSqliteStore } from '../persistence/sqlite-store.ts';

/** Ten in the morning of a day in UTC: far from midnight on both sides. */
export const START = 20_000 * 86_400_000 + 10 * 3_600_000;
export const MASTER = '5a'.repeat(32);
/** A simulated month of 30 real seconds, so a simulated day is a second and six simulated hours a quarter of one. */
export const MONTH_SECONDS = 30;
export const SIM_DAY_MS = 1_000;

let catalogue: Content | null = null;
/** The shipped catalogue, read once a test file. */
export function testContent(): Content {
  catalogue ??= loadCatalogue();
  return catalogue;
}

export type LogLine = { readonly level: 'info' | 'warn' | 'error'; readonly fields: object; readonly message: string };

export type TestGame = {
  readonly game: GameCore;
  readonly parts: GameParts;
  readonly log: readonly LogLine[];
  readonly events: readonly GameEvent[];
  now(): number;
  /** Moves the host clock and does what falls due on the way, a simulated day at a time, as the timers would. */
  pass(ms: number): Promise<void>;
  /** Only moves the host clock. */
  setNow(now: number): void;
  run<T extends CommandType>(
    playerId: string,
    type: T,
    payload: Omit<CommandPayload<T>, 'commandId'> & { commandId?: string },
  ): Promise<CommandReply<T>>;
  newcomer(playerId: string): Promise<string>;
  /** Coins that nobody had to earn. */
  enrich(playerId: string, amount: number): Promise<void>;
  /** Rewrites a listed loan's fate before it is funded: the borrower always pays on time, or never pays anything. */
  settleFate(loanId: string, fate: 'always pays' | 'never pays'): Promise<void>;

  /** Breaches of the ledger's invariants over the whole history. */
  violations(): readonly object[];
};

export type TestOptions = {
  readonly store?: Store;
  readonly content?: Content;
  readonly now?: number;
  readonly monthSeconds?: number;
  readonly guests?: GuestAccounts;
};

let counter = 0;
/** Ids in a fixed order: the same test runs the same way every time. */
export const commandId = (n: number = ++counter): string =>
  `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;

/** A game over a store in memory (or the one given) with a clock that only moves when told to. No timers run. */
export async function testGame(options: TestOptions = {}): Promise<TestGame> {
  let now = options.now ?? START;
  const log: LogLine[] = [];
  const line =
    (level: LogLine['level']) =>
    (fields: object, message: string): void =>
      void log.push({ level, fields, message });
  const logger: Log = { info: line('info'), warn: line('warn'), error: line('error') };
  const content = options.content ?? testContent();
  const parts = await buildGame({
    store: options.store ?? new MemoryStore(),
    content,
    masterSecret: MASTER,
    monthSeconds: options.monthSeconds ?? MONTH_SECONDS,
    timeScale: 1,
    log: logger,
    hostClock: () => now,
    ...(options.guests === undefined ? {} : { guests: options.guests }),
  });
  const game = new GameCore(parts);
  const events: GameEvent[] = [];
  game.on((event) => void events.push(event));
  return {
    game,
    parts,
    log,
    events,
    now: () => now,
    setNow: (to) => {
      now = to;
    },
    async pass(ms) {
      const end = now + ms;
      // What the last commands asked for right away happens now, not after the clock has moved.
      await parts.jobs.runDue();
      while (now < end) {
        now = Math.min(end, now + SIM_DAY_MS);
        await parts.jobs.runDue();
      }
    },
    run: (playerId, type, payload) =>
      game.run({ playerId }, type, { commandId: commandId(), ...payload } as CommandPayload<typeof type>),
    async newcomer(playerId) {
      const state = await game.enter({ playerId, guest: true, locale: 'en' });
      return state.villageId;
    },
    async enrich(playerId, amount) {
      const occasion = `test-${commandId()}`;
      await act(parts, { account: [walletOf(playerId), 'mint:ops'] }, (work) =>
        mustPost(work, earn('mint:ops', playerId, occasion, amount, 'test'), null),
      );
    },
    async settleFate(loanId, fate) {
      const ppm = fate === 'always pays' ? 0 : 1_000_000;
      await act(parts, { loan: [loanId] }, (work) => {
        const loan = work.must('loan', loanId);
        const terms = { ...JSON.parse(loan.terms), hPpm: ppm, rollPpm: [ppm, ppm, ppm, ppm] };
        work.put('loan', { ...loan, terms: JSON.stringify(terms) });
      });
    },
    violations: () => withSource(parts.store, (source) => auditAll(source, game.content)),
  };
}

/** Does something to the world that no player can, through the bus like everything else. */
async function act(parts: GameParts, needs: Needs, change: (work: Work) => void): Promise<void> {
  const reply = await parts.bus.system(
    {
      type: 'test.act',
      needs: () => needs,
      decide: (_command: object, work) => {
        change(work);
        return ok({});
      },
    },
    {},
  );
  if (!reply.ok) throw new Error(`the test's own command failed: ${reply.code}`);
}

/** A data folder that goes away with `remove`. */
export function testFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'bloomvale-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export const sqliteIn = (folder: string): Store => openSqliteStore(folder, START, { thread: false });
