/** Same seed, same sequence, on every machine: a drawing never changes by itself. Numbers in [0, 1). */
export function rng(seed: string): () => number {
  let state = [...seed].reduce((hash, c) => Math.imul(hash ^ c.charCodeAt(0), 16777619) >>> 0, 2166136261);
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

let used = 0;

/** An id for a clip path, pattern or gradient, unique since `resetIds`. */
export const freshId = (prefix: string): string => prefix + (used++).toString(36);

/** Call before each document: ids need to be unique only within one, and starting over keeps output the same twice. */
export const resetIds = (): void => {
  used = 0;
};
