import { walletOf } from '@bloomvale/shared/ledger/accounts';
import type { Household } from '@bloomvale/shared/play/household';
import { plotsOwned } from '@bloomvale/shared/play/plots-owned';
import { levelOf } from '@bloomvale/shared/play/progress';
import type { Work } from './bus/work.ts';
import { readHousehold } from './commands/play.ts';
import type { PlayerState } from './contract.ts';
import { NO_LOT } from './lending/village-records.ts';
import { sanctionsOf } from './moderation/acts.ts';
import type { Rules } from './rules.ts';
import type { InboxRow, OwnLoanRow } from './store/growing-rows.ts';
import type { OperatorActRow } from './store/moderation-rows.ts';
import type { AccountRow, BlockRow, HouseholdRow, LenderRow, PlayerRow } from './store/rows.ts';
import type { Reader } from './store/store.ts';

/** Players kept in memory: about 3 kB each; the rest is read when asked for. */
export const PLAYERS_KEPT = 5_000;

type Entry = {
  player: PlayerRow;
  household: HouseholdRow;
  lender: LenderRow;
  wallet: AccountRow | null;
  /** The running own loan, or a closed one. */
  ownLoan: OwnLoanRow | null;
  inbox: InboxRow | null;
  blocked: readonly BlockRow[];
  acts: readonly OperatorActRow[];
  /** Parsed and put together when asked for; null after a change. A lend leaves the household as it is. */
  home: Household | null;
  state: PlayerState | null;
};

/** `stale` once a commit has touched the player since the read began. */
type Reading = { stale: boolean; entry?: Promise<Entry | null> };

/**
 * Committed state of the players who are about, as rooms project it: read from the store once, then kept up to date by every commit.
 */
export class PlayerStates {
  readonly #reader: Reader;
  readonly #rules: Rules;
  /** Oldest use first. */
  readonly #entries = new Map<string, Entry>();
  /** Reads under way, one a player: a commit that touches it makes it start again, and whoever asks meanwhile shares it. */
  readonly #reading = new Map<string, Reading>();

  constructor(reader: Reader, rules: Rules) {
    this.#reader = reader;
    this.#rules = rules;
  }

  /** Null for an id that has never entered or has been deleted. */
  async get(playerId: string): Promise<PlayerState | null> {
    const known = this.#entries.get(playerId);
    if (known !== undefined) this.#keep(playerId, known);
    const entry = known ?? (await this.#read(playerId));
    if (entry === null || entry.player.deletedAt !== null) return null;
    entry.state ??= this.#assemble(entry);
    return entry.state;
  }

  /** The village in which the player has a lot; null without one: a newcomer, or a household that is stored. */
  async homeOf(playerId: string): Promise<string | null> {
    const player = (this.#entries.get(playerId) ?? (await this.#read(playerId)))?.player;
    return player === undefined || player.deletedAt !== null || player.lot === NO_LOT ? null : player.villageId;
  }

  /** Another catalogue is in force: what was read by the former one is read again. */
  contentChanged(): void {
    for (const entry of this.#entries.values()) Object.assign(entry, { home: null, state: null });
  }

  /** The store is in doubt: everything is read again. */
  forget(): void {
    this.#entries.clear();
    for (const reading of this.#reading.values()) reading.stale = true;
  }

  /** Called after each commit with what it changed. */
  apply(work: Work): void {
    for (const row of work.changed('player')) this.#update(row.id, (entry) => Object.assign(entry, { player: row }));
    for (const row of work.changed('household')) {
      this.#update(row.playerId, (entry) => Object.assign(entry, { household: row, home: null }));
    }
    for (const row of work.changed('lender')) {
      this.#update(row.playerId, (entry) => Object.assign(entry, { lender: row }));
    }
    for (const row of work.changed('account')) {
      if (row.id.startsWith('wallet:')) {
        this.#update(row.id.slice('wallet:'.length), (entry) => Object.assign(entry, { wallet: row }));
      }
    }
    for (const row of work.changed('ownLoan')) {
      this.#update(row.playerId, (entry) => Object.assign(entry, { ownLoan: row }));
    }
    for (const row of work.changed('inbox')) {
      this.#update(row.playerId, (entry) => Object.assign(entry, { inbox: row }));
    }
    for (const row of work.changed('operatorAct')) {
      this.#update(row.playerId, (entry) => {
        entry.acts = [...entry.acts.filter(({ id }) => id !== row.id), row];
      });
    }
    for (const row of work.changed('block')) {
      this.#update(row.playerId, (entry) => {
        entry.blocked = [...entry.blocked.filter(({ target }) => target !== row.target), row];
      });
    }
  }

  #update(playerId: string, change: (entry: Entry) => void): void {
    const reading = this.#reading.get(playerId);
    if (reading !== undefined) reading.stale = true;
    const entry = this.#entries.get(playerId);
    if (entry === undefined) return;
    change(entry);
    entry.state = null;
  }

  #keep(playerId: string, entry: Entry): void {
    this.#entries.delete(playerId);
    this.#entries.set(playerId, entry);
    if (this.#entries.size > PLAYERS_KEPT) this.#entries.delete(this.#entries.keys().next().value as string);
  }

  #read(playerId: string): Promise<Entry | null> {
    const underWay = this.#reading.get(playerId)?.entry;
    if (underWay !== undefined) return underWay;
    const reading: Reading = { stale: false };
    this.#reading.set(playerId, reading);
    reading.entry = this.#readFresh(playerId, reading);
    return reading.entry;
  }

  /** Reads until no commit touched the player meanwhile. */
  async #readFresh(playerId: string, reading: Reading): Promise<Entry | null> {
    try {
      for (;;) {
        reading.stale = false;
        const entry = await this.#readOnce(playerId);
        if (reading.stale) continue;
        if (entry !== null) this.#keep(playerId, entry);
        return entry;
      }
    } finally {
      this.#reading.delete(playerId);
    }
  }

  async #readOnce(playerId: string): Promise<Entry | null> {
    const [[player], [household], [lender], [wallet], blocked, acts, [ownLoan], [inbox]] = await Promise.all([
      this.#reader.rows('player', [playerId]),
      this.#reader.rows('household', [playerId]),
      this.#reader.rows('lender', [playerId]),
      this.#reader.rows('account', [walletOf(playerId)]),
      this.#reader.rows('block', [playerId]),
      this.#reader.rows('operatorAct', [playerId]),
      // One at a time: only the newest can be running.
      this.#reader.ownLoansOfPlayer(playerId, 1),
      this.#reader.rows('inbox', [playerId]),
    ]);
    if (player === undefined || household === undefined || lender === undefined) return null;
    return {
      player,
      household,
      lender,
      wallet: wallet ?? null,
      ownLoan: ownLoan ?? null,
      inbox: inbox ?? null,
      blocked,
      acts,
      home: null,
      state: null,
    };
  }

  #assemble(entry: Entry): PlayerState {
    const { player, household, lender, wallet, ownLoan, inbox, blocked, acts } = entry;
    const { economy } = this.#rules.content;
    entry.home ??= readHousehold(household.doc, this.#rules, player.id).household;
    const { home } = entry;
    const level = levelOf(home.xp, economy);
    return {
      playerId: player.id,
      publicId: player.publicId,
      name: player.name,
      look: player.look,
      villageId: player.villageId,
      level,
      plotCount: plotsOwned(home, this.#rules.content),
      household: home,
      wallet: wallet === null ? 0 : wallet.credits - wallet.debits,
      lent: lender.outstanding,
      owed: ownLoan?.owed ?? 0,
      unread: inbox?.unread ?? 0,
      blocked: blocked.filter((row) => row.blocked === 1).map(({ target }) => target),
      sanctions: sanctionsOf(acts),
    };
  }
}
