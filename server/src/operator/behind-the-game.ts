import { availableParallelism, constants, setPriority } from 'node:os';

/** Only Linux takes a priority for a thread alone; elsewhere it would slow the whole server down. */
const OF_A_THREAD = process.platform === 'linux';

/** Puts the calling thread behind the game's own: work for operators may take every core, and rooms still get theirs first. */
export function behindTheGame(): void {
  if (OF_A_THREAD) setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
}

/** Threads for long work: one a core where they stand behind the game, else one core is left to it. */
export const threadsBehindTheGame = (): number => Math.max(1, availableParallelism() - (OF_A_THREAD ? 0 : 1));
