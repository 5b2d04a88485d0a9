import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commitment, loanKey, philoxKey, regionKey, sha256Text } from './keys.ts';
import { drawBlock, hits, PPM, philox, STREAM, wordBelow, wordThreshold } from './philox.ts';
import { seedOfText, seedWords, splitMix64 } from './splitmix.ts';

const word = fc.integer({ min: 0, max: 0xffffffff });

describe('philox', () => {
  it.each([
    [
      [0, 0, 0, 0],
      [0, 0],
      [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8],
    ],
    [
      [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
      [0xffffffff, 0xffffffff],
      [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd],
    ],
    [
      [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
      [0xa4093822, 0x299f31d0],
      [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
    ],
  ] as const)('gives the known answer of Random123 for %j', (counter, key, answer) => {
    expect(philox(counter, key)).toEqual(answer);
  });

  it.each([
    [20240101, 1, 12345, 7, [851871546, 1478604702, 2391374365, 2930384504]],
    [20240101, 7, 3, 5, [2048701000, 1084087419, 3075974285, 1446896976]],
    [1, 1, 0, 1, [3053793912, 2824891306, 2178270816, 570813808]],
  ] as const)('addresses a draw: seed %i stream %i entity %i period %i', (seed, stream, entity, period, answer) => {
    expect(drawBlock([seed, 0], { entity, period, stream })).toEqual(answer);
  });

  it('refuses an address that does not fit its words', () => {
    expect(() => drawBlock([0, 0], { entity: -1, period: 0, stream: STREAM.repayment })).toThrow('out of range');
    expect(() => drawBlock([0, 0], { entity: 0, period: 1.5, stream: STREAM.repayment })).toThrow('out of range');
    expect(() => drawBlock([0, 0], { entity: 0, period: 0, stream: STREAM.repayment, draw: 70_000 })).toThrow(
      'out of range',
    );
  });

  it('separates streams, periods and entities', () => {
    fc.assert(
      fc.property(word, word, word, (seed, entity, period) => {
        const base = { entity, period, stream: STREAM.repayment } as const;
        expect(drawBlock([seed, 1], base)).not.toEqual(drawBlock([seed, 1], { ...base, stream: STREAM.illness }));
        expect(drawBlock([seed, 1], base)).not.toEqual(drawBlock([seed, 1], { ...base, draw: 1 }));
      }),
    );
  });
});

describe('integer comparisons', () => {
  it('hits always at 1e6 ppm and never at 0', () => {
    fc.assert(fc.property(word, (w) => hits(w, PPM) && !hits(w, 0)));
  });
  it('has thresholds that follow the definition floor(ppm * 2^32 / 1e6)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: PPM }), (ppm) => {
        expect(BigInt(wordThreshold(ppm))).toBe((BigInt(ppm) << 32n) / 1_000_000n);
      }),
    );
  });
  it('picks below a size', () => {
    fc.assert(fc.property(word, fc.integer({ min: 1, max: 0x100000 }), (w, size) => wordBelow(w, size) < size));
    expect(wordBelow(0xffffffff, 6)).toBe(5);
    expect(() => wordBelow(1, 0)).toThrow('out of range');
  });
});

describe('SplitMix64', () => {
  it('gives the known sequence of seed 1234567', () => {
    let state = 1234567n;
    const values: bigint[] = [];
    for (let i = 0; i < 5; i++) {
      const step = splitMix64(state);
      state = step.state;
      values.push(step.value);
    }
    expect(values).toEqual([
      6457827717110365317n,
      3203168211198807973n,
      9817491932198370423n,
      4593380528125082431n,
      16408922859458223821n,
    ]);
  });
  it('gives other seeds to other texts', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (a, b) => a === b || seedOfText(a) !== seedOfText(b)));
    expect(seedWords(0x0123456789abcdefn)).toEqual([0x01234567, 0x89abcdef]);
  });
});

describe('keys', () => {
  const secret = '0b'.repeat(32);
  it('refuses a secret that is not 32 bytes of hex', () => {
    expect(() => loanKey('abc', 'x')).toThrow('32 bytes');
    expect(() => commitment('Z'.repeat(64))).toThrow('32 bytes');
  });
  it('is HMAC-SHA-256 and SHA-256: known answers', () => {
    // FIPS 180-2, "abc"
    expect(sha256Text('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(loanKey(secret, 'l-1')).toBe(KEY_L1);
    expect(commitment(KEY_L1)).toBe(COMMITMENT_L1);
  });
  it('gives every loan and every region its own key', () => {
    expect(loanKey(secret, 'a')).not.toBe(loanKey(secret, 'b'));
    expect(regionKey(secret, 'ke', 1)).not.toBe(regionKey(secret, 'ke', 2));
  });
  it('keys Philox by the first eight bytes, big-endian', () => {
    expect(philoxKey(`0123456789abcdef${'0'.repeat(48)}`)).toEqual([0x01234567, 0x89abcdef]);
  });
});

// Recomputed with OpenSSL: printf 'loan:l-1' | openssl dgst -sha256 -mac HMAC -macopt hexkey:0b0b…
const KEY_L1 = '6bb0c4fae4057f28ab20b13f84fe91d4cf2890b1a0d2cb329b9c3015ca030c04';
const COMMITMENT_L1 = 'f53ecc2e71a4bf504ba0dbb5b61404e73b38c1002fe5b89b64d19c1129e8e72b';
