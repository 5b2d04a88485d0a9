import { philox } from '../random/philox.ts';

/**
 * A player's own random streams. The counter is (index, 0, stream, 0): what one stream draws never depends on how often another was
 * asked, so that adding a feature changes nobody's fate (architecture.md 6). Numbers are never reused.
 */
export const STREAMS = { customer: 1, wish: 2, order: 3 } as const;

export type StreamKey = readonly [number, number];

/** Four 32-bit words of one draw of a stream. */
export const drawWords = (key: StreamKey, stream: keyof typeof STREAMS, index: number) =>
  philox([index, 0, STREAMS[stream], 0], key);

/** A word of 32 random bits as a whole number from 0 to `count` - 1; exact, for the product stays below 2^53. */
export const pick = (word: number, count: number): number => Math.floor((word * count) / 2 ** 32);
