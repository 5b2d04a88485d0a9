import type { Economy } from '../content/play.ts';
import type { Progress } from '../protocol/replies.ts';

/** Experience is projected as an unsigned 32-bit number; nobody gets near, and nobody wraps round. */
export const MAX_XP = 2 ** 32 - 1;

/** Level 1 upwards. `economy.levelXp[0]` is the experience at which level 2 is reached. */
export function levelOf(xp: number, economy: Economy): number {
  let level = 1;
  for (const needed of economy.levelXp) {
    if (xp < needed) break;
    level++;
  }
  return level;
}

/** Experience at which the level after this one is reached; null at the last level. */
export const xpForNext = (level: number, economy: Economy): number | null => economy.levelXp[level - 1] ?? null;

/** Plots a household of this level may plant; beyond the table's end, the last entry. */
export const plotCount = (level: number, economy: Economy): number =>
  economy.plotsByLevel[Math.min(level, economy.plotsByLevel.length) - 1] ?? 0;

export const gainXp = (xp: number, gained: number): number => Math.min(MAX_XP, xp + gained);

/** What a reply tells about experience when it went from `before` to `after`. */
export function progressBetween(before: number, after: number, economy: Economy): Progress {
  const level = levelOf(after, economy);
  return { xp: after, level, levelUp: level > levelOf(before, economy) };
}
