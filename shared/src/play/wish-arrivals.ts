import type { Content } from '../content/content.ts';
import type { Crop } from '../content/play.ts';
import type { Instant } from '../time/sim-clock.ts';
import { freeCrop } from './catalogue-lookup.ts';
import type { Stall, Wish } from './household.ts';
import { drawWords, pick, type StreamKey } from './random-streams.ts';
import { wishMs } from './stall-clock.ts';

/** Pieces a customer may wish for: worth a walk to the stall, and less than what a few plots bear. */
export const WISH_MIN = 2;
export const WISH_MAX = 5;

/** A good that somebody of this level can grow, another one than those already waited for as long as there is one. */
function wishable(content: Content, level: number, waiting: readonly Wish[]): readonly Crop[] {
  const open = content.crops.filter((crop) => crop.unlockLevel <= level);
  const fresh = open.filter((crop) => waiting.every((wish) => wish.good !== crop.good));
  return fresh.length > 0 ? fresh : open;
}

/** The wish with this number; it depends on the player's key, the number, the level and what is waiting, never on when it is asked. */
export function drawWish(
  id: number,
  since: Instant,
  level: number,
  waiting: readonly Wish[],
  content: Content,
  key: StreamKey,
): Wish {
  const [first, second] = drawWords(key, 'wish', id);
  const crops = wishable(content, level, waiting);
  const crop = crops[pick(first, crops.length)] ?? freeCrop(content);
  return { id, good: crop.good, quantity: WISH_MIN + pick(second, WISH_MAX - WISH_MIN + 1), since };
}

/**
 * Wishes that arrived up to `now`: one every `wishSeconds` while a place is free. At most as many steps as there are places, however
 * long nobody looked. While all places are taken the clock of wishes stands; leaving a place starts it again (`withoutWish`).
 */
export function arriveWishes(
  stall: Stall,
  now: Instant,
  level: number,
  content: Content,
  timeScale: number,
  key: StreamKey,
): Stall {
  const every = wishMs(content.economy, timeScale);
  const wishes = [...stall.wishes];
  let { wishCount, wishedAt } = stall;
  while (wishes.length < content.economy.stall.wishes && wishedAt + every <= now) {
    wishedAt += every;
    wishes.push(drawWish(wishCount, wishedAt, level, wishes, content, key));
    wishCount++;
  }
  return wishCount === stall.wishCount ? stall : { ...stall, wishes, wishCount, wishedAt };
}

/** The stall after a wish was served or sent away at `now`. If all places were taken, the wait for the next one begins now. */
export function withoutWish(stall: Stall, id: number, now: Instant, places: number): Stall {
  const full = stall.wishes.length >= places;
  return {
    ...stall,
    wishes: stall.wishes.filter((wish) => wish.id !== id),
    wishedAt: full ? Math.max(stall.wishedAt, now) : stall.wishedAt,
  };
}
