import { invariant } from '../result.ts';

/** Two 32-bit words. A loan's key is made by `philoxKey` in keys.ts. */
export type PhiloxKey = readonly [number, number];
/** Four 32-bit words; see `drawBlock` for their meaning. */
export type PhiloxCounter = readonly [number, number, number, number];
export type PhiloxBlock = readonly [number, number, number, number];

const M0 = 0xd2511f53;
const M1 = 0xcd9e8d57;
const W0 = 0x9e3779b9;
const W1 = 0xbb67ae85;

/**
 * High word of a 32 x 32 bit product, as 32 bits of either sign, from four 16 x 16 bit products: each fits 32 bits, so all of it is whole
 * arithmetic of the machine.
 */
function mulHigh(a: number, b: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const lowHigh = Math.imul(aLow, bHigh);
  const highLow = Math.imul(aHigh, bLow);
  const middle = (Math.imul(aLow, bLow) >>> 16) + (lowHigh & 0xffff) + (highLow & 0xffff);
  return (Math.imul(aHigh, bHigh) + (lowHigh >>> 16) + (highLow >>> 16) + (middle >>> 16)) | 0;
}

/** Philox4x32-10 (Salmon et al. 2011): a stateless mix of a counter, so any draw can be recomputed on its own. */
export function philox(counter: PhiloxCounter, key: PhiloxKey): PhiloxBlock {
  let c0 = counter[0] | 0;
  let c1 = counter[1] | 0;
  let c2 = counter[2] | 0;
  let c3 = counter[3] | 0;
  let k0 = key[0] | 0;
  let k1 = key[1] | 0;
  for (let round = 0; round < 10; round++) {
    const high0 = mulHigh(M0, c0);
    const low0 = Math.imul(M0, c0);
    const high1 = mulHigh(M1, c2);
    const low1 = Math.imul(M1, c2);
    c0 = high1 ^ c1 ^ k0;
    c1 = low1;
    c2 = high0 ^ c3 ^ k1;
    c3 = low0;
    k0 = (k0 + W0) | 0;
    k1 = (k1 + W1) | 0;
  }
  return [c0 >>> 0, c1 >>> 0, c2 >>> 0, c3 >>> 0];
}

/** Purposes of draws (microfinance.md 5.5). A new purpose gets a new number; numbers are never reused. */
export const STREAM = {
  repayment: 1,
  illness: 2,
  drought: 3,
  currency: 4,
  groupCover: 5,
  recovery: 6,
  regionalFactor: 7,
  profile: 8,
  catalogueOrder: 9,
  villagers: 10,
} as const;
export type Stream = (typeof STREAM)[keyof typeof STREAM];

export type DrawAddress = {
  /** What is drawn for: 0 for the loan itself, 1 to G for members of a group, a region's number, ... */
  readonly entity: number;
  /** Model period (tick), simulated month or year, as the stream says. */
  readonly period: number;
  readonly stream: Stream;
  /** Draw within the period, 0 to 65 535. */
  readonly draw?: number;
  readonly world?: number;
};

const isWord = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= 0xffffffff;

/**
 * Four words for one address. Counter = (entity, period, stream << 16 | draw, world), so that no draw depends on how many others
 * were made: adding a loan never changes another's fate.
 */
export function drawBlock(key: PhiloxKey, { entity, period, stream, draw = 0, world = 0 }: DrawAddress): PhiloxBlock {
  invariant(
    isWord(entity) && isWord(period) && isWord(world) && isWord(draw) && draw <= 0xffff,
    'draw address out of range',
  );
  return philox([entity, period, ((stream << 16) | draw) >>> 0, world], key);
}

/** First word of the block: the usual draw. */
export const drawWord = (key: PhiloxKey, address: DrawAddress): number => drawBlock(key, address)[0];

export const PPM = 1_000_000;

/** Largest word + 1 that still counts as a hit of probability `ppm` / 1e6; exact below 2^53, no floating probability involved. */
export function wordThreshold(ppm: number): number {
  // The message is only made of a fault: this is asked a million times a second.
  if (!(Number.isInteger(ppm) && ppm >= 0 && ppm <= PPM)) invariant(false, `not a probability in ppm: ${ppm}`);
  return Math.floor((ppm * 0x100000000) / PPM);
}

/** Whether a 32-bit word falls into an event of probability `ppm` / 1e6. */
export const hits = (word: number, ppm: number): boolean => word < wordThreshold(ppm);

/** A whole number 0 to size - 1 from a word, by multiplication; the bias is below size / 2^32. */
export function wordBelow(word: number, size: number): number {
  invariant(Number.isInteger(size) && size >= 1 && size <= 0x100000, 'wordBelow: size out of range');
  return Math.floor((word * size) / 0x100000000);
}
