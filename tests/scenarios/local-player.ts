import type { Content } from '@bloomvale/shared/content/content';
import type { CoinEffect, GoodsMovement, PlayContext, Played, PlayRefusal } from '@bloomvale/shared/play/effects';
import type { Household } from '@bloomvale/shared/play/household';
import { newHousehold } from '@bloomvale/shared/play/household-new';
import { PLAY_RULES, type PlayCommandType } from '@bloomvale/shared/play/play-rules';
import { plotsOwned } from '@bloomvale/shared/play/plots-owned';
import { levelOf } from '@bloomvale/shared/play/progress';
import type { StreamKey } from '@bloomvale/shared/play/random-streams';
import type { Result } from '@bloomvale/shared/result';
import { type GardenView, type Mind, type Move, nextGardenMove } from '../bots/garden-mind.ts';

type Act = (household: Household, command: unknown, context: PlayContext) => Result<Played<unknown>, PlayRefusal>;

/**
 * One player on the pure rules, with a purse instead of a ledger: no server, no store, no real time. Owns the household, the wallet
 * (minor units) and the sum of all goods movements; the caller owns the clock.
 */
export class LocalPlayer {
  readonly content: Content;
  readonly timeScale = 1;
  readonly key: StreamKey;
  now: number;
  household: Household;
  wallet: number;
  readonly refusals: PlayRefusal[] = [];
  readonly coins: CoinEffect[] = [];
  readonly goods: GoodsMovement[] = [];
  #commands = 0;

  constructor(content: Content, now: number, key: StreamKey) {
    this.content = content;
    this.key = key;
    this.now = now;
    this.household = newHousehold(now, content, key);
    this.wallet = content.economy.welcomeGift;
  }

  view(): GardenView {
    const { household, wallet, now } = this;
    const level = levelOf(household.xp, this.content.economy);
    return {
      now,
      level,
      wallet,
      plotCount: plotsOwned(household, this.content),
      plots: household.plots,
      store: household.store,
      slots: household.stall.slots,
      wishes: household.stall.wishes,
    };
  }

  /** Does a move by its rule; true when it was accepted. */
  act({ type, payload }: Move): boolean {
    const context: PlayContext = {
      now: this.now,
      content: this.content,
      timeScale: this.timeScale,
      wallet: this.wallet,
      key: this.key,
      commandId: `c${this.#commands++}`,
    };
    const rule = PLAY_RULES[type as PlayCommandType] as Act;
    const done = rule(this.household, { ...payload, commandId: context.commandId }, context);
    if (!done.ok) {
      this.refusals.push(done.error);
      return false;
    }
    this.household = done.value.household;
    for (const { kind, amount } of done.value.coins) this.wallet += kind === 'earn' ? amount : -amount;
    this.coins.push(...done.value.coins);
    this.goods.push(...done.value.goods);
    return true;
  }

  catchUp(): void {
    this.act({ type: 'home.catch-up', payload: { seen: false } });
  }

  /** Lets time pass up to `until`, acting by a mind every `paceMs`: a person's taps, not a machine's. */
  play(until: number, mind: Omit<Mind, 'content' | 'timeScale'>, paceMs: number): void {
    for (; this.now < until; this.now += paceMs) {
      this.catchUp();
      const move = nextGardenMove(this.view(), { ...mind, content: this.content, timeScale: this.timeScale });
      if (move !== null) this.act(move);
    }
    this.now = until;
    this.catchUp();
  }
}
