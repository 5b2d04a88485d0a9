import type { Content } from '@bloomvale/shared/content/content';
import type { ClockSegment, Instant } from '@bloomvale/shared/time/sim-clock';
import { DerivedSecrets } from '../domain/derived-secrets.ts';
import { auditAtStart } from './audit.ts';
import { CommandBus, LAST_INSTANT } from './bus/command-bus.ts';
import type { FollowUp, Work } from './bus/work.ts';
import { type CatalogueCheck, schemaCheck } from './catalogue/catalogue-check.ts';
import { CatalogueDesk } from './catalogue/catalogue-desk.ts';
import { findLive, liveNumber, seedCatalogue } from './catalogue/live-catalogue.ts';
import { publishedIn } from './catalogue/publishing.ts';
import { Relisting } from './catalogue/relisting.ts';
import { clockSegments } from './commands/clock-segments.ts';
import { worldOpen } from './commands/world-open.ts';
import { ConsoleDesk } from './console/console-desk.ts';
import type { Game } from './contract.ts';
import { EventHub } from './event-hub.ts';
import { formerCatalogue, rememberedFormer } from './former-catalogue.ts';
import { GameClock } from './game-clock.ts';
import { GameCore, type GameParts } from './game-core.ts';
import { AbsentHouseholds } from './jobs/absent-households.ts';
import { AutoLender } from './jobs/auto-lender.ts';
import { GameJobs } from './jobs/game-jobs.ts';
import { type GuestAccounts, IdleGuests } from './jobs/idle-guests.ts';
import { LoanClock } from './jobs/loan-clock.ts';
import { PoolRounds } from './jobs/pool-rounds.ts';
import { Postman } from './jobs/postman.ts';
import { Leaving } from './leaving.ts';
import { NewsDesk } from './lending/news-desk.ts';
import { type Inspector, inlineInspector } from './live/ledger-checks.ts';
import { LiveDesk } from './live/live-desk.ts';
import { type Log, SILENT } from './log.ts';
import { ModerationDesk } from './moderation/moderation-desk.ts';
import { OperationsDesk } from './operations/operations-desk.ts';
import { outageSegments } from './outage.ts';
import { PlayerStates } from './player-states.ts';
import { PollinationDesk } from './pollination-desk.ts';
import { ProposalDesk } from './proposals/proposal-desk.ts';
import { type InForce, Rules } from './rules.ts';
import { Seasons } from './seasons.ts';
import type { Store } from './store/store.ts';
import { StoreError } from './store/store-error.ts';
import { SWITCHES } from './switches/switch-board.ts';
import { Villages } from './villages.ts';

export type GameOptions = {
  /** Opened by the caller (`openSqliteStore`), closed by `stop`. */
  readonly store: Store;
  /** The catalogue that this release ships: the first version of an empty store; in any other a draft at most. */
  readonly content: Content;
  /** What keeps a draft from being published, and what is doubtful in it; the schema alone when left out. */
  readonly check?: CatalogueCheck;
  /** 32 random bytes as 64 hex digits, kept in the data folder: every other secret of the game follows from it. */
  readonly masterSecret: string;
  /** Real seconds of a simulated month, for the first clock segment of an empty store only. */
  readonly monthSeconds: number;
  /** Divides growth and customer times. */
  readonly timeScale: number;
  /** Where guests' accounts lie; without them no idle guest is ever closed. */
  readonly guests?: GuestAccounts;
  /** Checks the ledger again and again; in the game's own thread when left out. */
  readonly inspector?: Inspector;
  readonly log?: Log;
  /** Host clock, epoch ms; `Date.now` unless a test says otherwise. */
  readonly hostClock?: () => Instant;
};

/**
 * Puts the game together over a store: opens the world on an empty one, notes an outage on another. Commands and questions are
 * answered from here on; `start` then catches up and keeps the clock going.
 * @throws AuditError when the ledger is broken, StoreError when the store fails.
 */
export async function createGame(options: GameOptions): Promise<Game> {
  return new GameCore(await buildGame(options));
}

/** The same with its parts open to simulations and tests. */
export async function buildGame(options: GameOptions): Promise<GameParts> {
  const { store, content, masterSecret, monthSeconds, timeScale } = options;
  const log = options.log ?? SILENT;
  const { reader } = store;
  const found = await findLive(reader, content);
  await auditAtStart(store, found.content, (options.hostClock ?? Date.now)());
  const [last] = await reader.rows('meta', [LAST_INSTANT]);
  const lastInstant = last === undefined ? 0 : Number(last.value);
  const clock = new GameClock(options.hostClock ?? Date.now, lastInstant);
  warnOfClock(clock, log);
  const rules = new Rules(found.content, found.hash, new DerivedSecrets(masterSecret), timeScale);
  rules.regionKeys.learn(await reader.seasons());
  rules.switches.learn(await reader.rows('meta', [SWITCHES]));
  const states = new PlayerStates(reader, rules);
  const hub = new EventHub(log);
  const pollination = new PollinationDesk(reader, rules, clock);
  hub.on((event) => {
    if (event.kind === 'shop.changed') pollination.shopsChanged(event.villageId);
  });
  const followers: { follow: (followUp: FollowUp) => void } = { follow: () => undefined };
  const adopt = (force: InForce): void => {
    rules.adopt(force);
    states.contentChanged();
    pollination.contentChanged();
  };
  const onCommit = (work: Work): void => {
    const published = publishedIn(work);
    if (published !== null) adopt(published);
    states.apply(work);
    rules.regionKeys.learn(work.changed('season'));
    rules.switches.learn(work.changed('meta'));
    clock.learn(work.added('clockSegment'));
    hub.publish(work.events);
    for (const followUp of distinct(work.followUps)) followers.follow(followUp);
  };
  const bus = new CommandBus({
    store,
    clock,
    log,
    ids: await reader.lastIds(),
    onCommit,
    onDoubt: () => states.forget(),
    recover: async () => {
      // Whether a version that could not be acknowledged was kept after all.
      const kept = await liveNumber(reader);
      if (kept === null || kept === rules.version) return;
      const { content, hash } = await findLive(reader, rules.content);
      adopt({ version: kept, content, hash, former: await rememberedFormer(reader, content) });
      hub.publish([{ kind: 'content.changed', version: kept, hash }]);
    },
    veto: rules.switches.veto,
  });
  await setClock(bus, store, clock, rules, monthSeconds, lastInstant, log);
  const version = await seedCatalogue(bus, reader, found, content);
  const former = await formerCatalogue(bus, reader, found.content);
  rules.adopt({ version, content: found.content, hash: found.hash, former });
  const seasons = new Seasons(bus, reader, rules, clock);
  const villages = new Villages(bus, reader, rules, clock, seasons, log);
  const loanClock = new LoanClock(bus, reader, rules, clock, log);
  const pool = new PoolRounds(bus, reader, rules, clock);
  const leaving = new Leaving(bus, reader);
  followers.follow = (followUp) => carryOut(followUp, loanClock, villages, log);
  await seasons.current();
  await villages.ensureFirst();
  const { guests } = options;
  const news = new NewsDesk(hub, reader, log);
  const relisting = new Relisting(bus, reader, rules, clock, seasons, log);
  hub.on((event) => {
    if (event.kind !== 'content.changed') return;
    relisting.catchUp().catch((fault: unknown) => log.error({ err: fault }, 'open listings were not brought up'));
  });
  const proposals = new ProposalDesk(bus, reader, clock, log);
  const catalogue = new CatalogueDesk(bus, reader, rules, proposals, options.check ?? schemaCheck);
  const console = new ConsoleDesk(bus, reader, clock);
  const live = new LiveDesk(bus, reader, rules, clock, options.inspector ?? inlineInspector(store), log);
  const moderation = new ModerationDesk(bus, reader, rules, states);
  const operations = new OperationsDesk(bus, reader, rules, clock, proposals);
  const jobs = new GameJobs({
    bus,
    store,
    clock,
    villages,
    seasons,
    leaving,
    loanClock,
    pool,
    postman: new Postman(bus, reader, clock, log),
    autoLender: new AutoLender(bus, reader, rules, clock),
    news,
    proposals,
    relisting,
    live,
    absent: new AbsentHouseholds(bus, reader, clock),
    idleGuests: guests === undefined ? null : new IdleGuests(guests, leaving, reader, clock, log),
    log,
  });
  return {
    store,
    rules,
    clock,
    bus,
    states,
    hub,
    villages,
    pollination,
    jobs,
    leaving,
    news,
    proposals,
    catalogue,
    live,
    moderation,
    operations,
    console,
    log,
  };
}

/** A clock that was set back is waited for; an operator should know why nothing ripens. */
function warnOfClock(clock: GameClock, log: Log): void {
  clock.now();
  if (clock.lag() > 1_000)
    log.warn({ lagMs: clock.lag() }, 'the host clock is behind the last stored instant: waiting for it');
}

/** Loads the clock segments; opens the world when there are none, and turns a long silence into a standing clock (lending.md 1). */
async function setClock(
  bus: CommandBus,
  store: Store,
  clock: GameClock,
  rules: Rules,
  monthSeconds: number,
  lastInstant: Instant,
  log: Log,
): Promise<void> {
  const now = clock.now();
  const stored = await store.reader.clockSegments();
  clock.setSegments(stored.length > 0 ? stored : [{ realFrom: now, simFrom: 0, monthSeconds }]);
  if (stored.length === 0) mustReply(await bus.system(worldOpen(rules), { monthSeconds }));
  const silence = stored.length === 0 ? [] : outageSegments(stored, lastInstant, now);
  if (silence.length > 0) {
    log.info({ silentMs: now - lastInstant }, 'the simulated clock stood still while no server ran');
    clock.setSegments([...stored, ...silence]);
    mustReply(await bus.system(clockSegments, { segments: silence, reason: 'outage' }));
  }
  clock.setSegments((await store.reader.clockSegments()).map(plainSegment));
}

function mustReply(reply: { readonly ok: boolean; readonly code?: string }): void {
  if (!reply.ok) throw new StoreError('IO', `The store did not take what the start has to write (${reply.code}).`);
}

const plainSegment = ({ realFrom, simFrom, monthSeconds }: ClockSegment): ClockSegment => ({
  realFrom,
  simFrom,
  monthSeconds,
});

const distinct = (followUps: readonly FollowUp[]): FollowUp[] => [
  ...new Map(followUps.map((one) => [JSON.stringify(one), one])).values(),
];

function carryOut(followUp: FollowUp, loanClock: LoanClock, villages: Villages, log: Log): void {
  if (followUp.kind === 'village.list' && !followUp.soon) {
    villages.topUpLater(followUp.villageId);
    return;
  }
  const done = followUp.kind === 'loan.wake' ? loanClock.wake(followUp.loanId) : villages.topUp(followUp.villageId);
  // The loan clock and the listing job come by again, so nothing is lost.
  done.catch((fault: unknown) => log.error({ err: fault, followUp }, 'a follow-up failed'));
}
