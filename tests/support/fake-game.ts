import { createHash, randomUUID } from 'node:crypto';
import { loadCatalogue } from '@bloomvale/assets/load-catalogue';
import type { Game, GameEvent, PlayerState, ShopView } from '@bloomvale/server/application/contract';
import { ALL_ON } from '@bloomvale/server/application/switches/switch-board';
import { giftAt } from '@bloomvale/shared/home/home-gift';
import { newHousehold } from '@bloomvale/shared/play/household-new';
import { PLAY_RULES } from '@bloomvale/shared/play/play-rules';
import { plotsOwned } from '@bloomvale/shared/play/plots-owned';
import { levelOf, plotCount } from '@bloomvale/shared/play/progress';
import type { CommandPayload, CommandType } from '@bloomvale/shared/protocol/commands';
import type { CommandReply, Reply, WelcomeBack } from '@bloomvale/shared/protocol/replies';
import { PROTOCOL_VERSION } from '@bloomvale/shared/protocol/version';

const QUIET: Omit<WelcomeBack, 'awayMs' | 'sold' | 'earned' | 'ripe'> = {
  repaid: [],
  late: [],
  lost: [],
  refunded: [],
  funded: [],
  ended: [],
};

/**
 * The game as the edge sees it, in memory, without ledger or store: for tests of the edge alone. Play commands follow the real rules.
 * What a test wants to happen it causes by `emit`, `fail` and `shops`.
 */
export class FakeGame implements Game {
  readonly content = loadCatalogue();
  readonly contentHash = createHash('sha256').update(JSON.stringify(this.content)).digest('hex').slice(0, 32);
  contentText = async (hash: string) => (hash === this.contentHash ? JSON.stringify(this.content) : null);
  /** Asked by the pages of the Lending Hall only, which no test of the edge alone opens. */
  readonly lending = null as unknown as Game['lending'];
  /** Asked by the operator's console only, which no test of the edge alone opens. */
  readonly proposals = null as unknown as Game['proposals'];
  readonly catalogue = null as unknown as Game['catalogue'];
  readonly live = null as unknown as Game['live'];
  readonly moderation = null as unknown as Game['moderation'];
  readonly operations = null as unknown as Game['operations'];
  readonly console = null as unknown as Game['console'];
  /** The next command throws this: a bug in a handler. */
  fail: Error | null = null;
  /** Commands wait for this before they are decided. */
  gate: Promise<void> = Promise.resolve();
  shopViews: ShopView[] = [];
  stopped = false;
  readonly ran: { readonly playerId: string; readonly type: CommandType }[] = [];
  readonly timeScale: number;
  readonly #players = new Map<string, PlayerState>();
  readonly #replies = new Map<string, Reply<unknown>>();
  readonly #listeners = new Set<(event: GameEvent) => void>();

  constructor(timeScale = 1) {
    this.timeScale = timeScale;
  }

  watchPresence(): void {}

  emit(event: GameEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  /** Changes a player behind the rules' back, as a repayment would. */
  change(playerId: string, part: Partial<PlayerState>): void {
    this.#players.set(playerId, { ...this.#must(playerId), ...part });
    this.emit({ kind: 'player.changed', playerId });
  }

  async enter({ playerId }: { playerId: string }): Promise<PlayerState> {
    const known = this.#players.get(playerId);
    if (known !== undefined) return known;
    const made: PlayerState = {
      playerId,
      publicId: `p${createHash('sha256').update(playerId).digest('hex').slice(0, 11)}`,
      name: `Guest ${this.#players.size + 1}`,
      look: 'a1',
      villageId: 'v1',
      level: 1,
      plotCount: plotCount(1, this.content.economy),
      household: newHousehold(this.now(), this.content, [1, this.#players.size]),
      wallet: this.content.economy.welcomeGift,
      lent: 0,
      owed: 0,
      unread: 0,
      blocked: [],
      sanctions: { mutedUntil: null, suspendedUntil: null, untold: [] },
    };
    this.#players.set(playerId, made);
    return made;
  }

  async run<T extends CommandType>(
    { playerId }: { playerId: string },
    type: T,
    payload: CommandPayload<T>,
  ): Promise<CommandReply<T>> {
    const stored = this.#replies.get(payload.commandId);
    if (stored !== undefined) return stored as CommandReply<T>;
    await this.gate;
    if (this.fail !== null) throw this.fail;
    this.ran.push({ playerId, type });
    const reply = this.#decide(playerId, type, payload);
    this.#replies.set(payload.commandId, reply);
    if (reply.ok) this.emit({ kind: 'player.changed', playerId });
    return reply as CommandReply<T>;
  }

  #decide(playerId: string, type: CommandType, payload: CommandPayload<CommandType>): Reply<unknown> {
    const player = this.#must(playerId);
    const rule = (PLAY_RULES as Record<string, (typeof PLAY_RULES)[keyof typeof PLAY_RULES]>)[type];
    if (rule === undefined) return this.#other(player, type, payload);
    const context = {
      now: this.now(),
      content: this.content,
      timeScale: this.timeScale,
      wallet: player.wallet,
      key: [1, 2] as const,
      commandId: payload.commandId,
    };
    const played = rule(player.household, payload as never, context);
    if (!played.ok) return { ok: false, ...played.error };
    const { household, coins } = played.value;
    const wallet = coins.reduce(
      (sum, coin) => sum + (coin.kind === 'earn' ? coin.amount : -coin.amount),
      player.wallet,
    );
    const level = levelOf(household.xp, this.content.economy);
    this.#players.set(playerId, {
      ...player,
      household,
      wallet,
      level,
      plotCount: plotsOwned(household, this.content),
    });
    return { ok: true, now: this.now(), value: played.value.value };
  }

  #other(player: PlayerState, type: CommandType, payload: CommandPayload<CommandType>): Reply<unknown> {
    if (type === 'player.rename') {
      const { name } = payload as CommandPayload<'player.rename'>;
      this.#players.set(player.playerId, { ...player, name });
      return { ok: true, now: this.now(), value: { name } };
    }
    if (type === 'social.block') {
      const { target } = payload as CommandPayload<'social.block'>;
      const blocked = [...player.blocked, target];
      this.#players.set(player.playerId, { ...player, blocked });
      return { ok: true, now: this.now(), value: { blocked } };
    }
    return { ok: false, code: 'FORBIDDEN' };
  }

  #must(playerId: string): PlayerState {
    const player = this.#players.get(playerId);
    if (player === undefined) throw new Error(`no player ${playerId}`);
    return player;
  }

  player = async (playerId: string) => this.#players.get(playerId) ?? null;
  playerByPublicId = async (publicId: string) =>
    [...this.#players.values()].find((player) => player.publicId === publicId) ?? null;
  village = async (id: string) => ({ id, name: 'Willow Green' });
  shops = async () => this.shopViews;
  hall = async (playerId: string) => {
    const player = this.#players.get(playerId);
    return player === undefined
      ? null
      : { village: player.villageId, loans: [], wallet: player.wallet, now: this.now() };
  };
  loan = async () => null;
  portfolio = async () => ({ lent: 0, repaid: 0, outstanding: 0, lost: 0, refunded: 0, late: 0, loans: [] });
  statement = async (playerId: string) => ({ lines: [], before: null, wallet: this.#must(playerId).wallet });
  ownLoan = async () => null;
  shop = async () => null;
  letters = async () => null;
  album = async () => null;
  pollination = async () => null;
  welcomeBack = async () => ({ awayMs: 0, sold: [], earned: 0, ripe: 0, ...QUIET });
  export = async (playerId: string) => ({ playerId });
  me = async (playerId: string) => {
    const player = this.#players.get(playerId);
    if (player === undefined) return null;
    return {
      id: player.publicId,
      name: player.name,
      look: player.look,
      village: { id: player.villageId, name: 'Willow Green' },
      level: player.level,
      xp: player.household.xp,
      wallet: player.wallet,
      hints: player.household.hints,
      told: player.household.home.told,
      skippedGoals: player.household.skippedGoals,
      giftAt: giftAt(player.household),
      blocked: player.blocked,
      contentHash: this.contentHash,
      protocolVersion: PROTOCOL_VERSION,
      timeScale: this.timeScale,
      monthSeconds: 14_400,
      now: this.now(),
      createdAt: 0,
      starterLeft: 1,
    };
  };

  async deletePlayer(playerId: string): Promise<void> {
    this.#players.delete(playerId);
    this.emit({ kind: 'player.deleted', playerId });
  }

  switches = () => ALL_ON;
  noteTold = async () => undefined;
  segments = () => [];
  simNow = () => 0;
  now = () => Date.now();
  on(listener: (event: GameEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
  start = async () => {};
  stop = async () => {
    this.stopped = true;
  };
}

export const commandId = (): string => randomUUID();
