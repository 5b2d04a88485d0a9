const MASK = (1n << 64n) - 1n;

export type SplitMixStep = { readonly state: bigint; readonly value: bigint };

/** One step of SplitMix64 (Steele, Lea, Flood 2014): next state and a 64-bit value. */
export function splitMix64(state: bigint): SplitMixStep {
  const next = (state + 0x9e3779b97f4a7c15n) & MASK;
  let z = next;
  z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & MASK;
  z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & MASK;
  return { state: next, value: z ^ (z >> 31n) };
}

/** A 64-bit seed from any text (ids, names): each UTF-16 unit is folded in through SplitMix64. Not secret, not collision-proof. */
export function seedOfText(text: string): bigint {
  let seed = BigInt(text.length);
  for (let i = 0; i < text.length; i++) seed = splitMix64(seed ^ BigInt(text.charCodeAt(i))).value;
  return seed;
}

/** The two 32-bit words of a 64-bit seed, high word first, as Philox wants its key. */
export const seedWords = (seed: bigint): readonly [number, number] => [
  Number((seed >> 32n) & 0xffffffffn),
  Number(seed & 0xffffffffn),
];
