import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { regionKey, sha256Tagged, sha256Text } from './keys.ts';
import { MerkleTree, regionLeaf, verifyMerkle } from './merkle.ts';

const leaves = (n: number): string[] => Array.from({ length: n }, (_, i) => sha256Text(`leaf ${i}`));

describe('MerkleTree', () => {
  it('refuses to be empty, and proofs of leaves it does not have', () => {
    expect(() => new MerkleTree([])).toThrow('has leaves');
    for (const index of [-1, 3, 0.5]) expect(() => new MerkleTree(leaves(3)).proof(index)).toThrow('no such leaf');
  });
  it('is its leaf when there is one, and a node of two otherwise', () => {
    const [a, b, c] = leaves(3) as [string, string, string];
    const bytes = (hex: string): Uint8Array =>
      Uint8Array.from(hex.match(/../g) ?? [], (two) => Number.parseInt(two, 16));
    expect(new MerkleTree([a]).root).toBe(a);
    const ab = sha256Tagged(1, bytes(a), bytes(b));
    expect(new MerkleTree([a, b]).root).toBe(ab);
    expect(new MerkleTree([a, b, c]).root).toBe(sha256Tagged(1, bytes(ab), bytes(c)));
  });
  it('proves every leaf at its place, and nothing else', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(), fc.nat(), (n, a, b) => {
        const tree = new MerkleTree(leaves(n));
        const index = a % n;
        const other = b % n;
        const claim = { root: tree.root, size: n, leaf: leaves(n)[index] as string, index, proof: tree.proof(index) };
        expect(verifyMerkle(claim)).toBe(true);
        if (other !== index) expect(verifyMerkle({ ...claim, index: other })).toBe(false);
        expect(verifyMerkle({ ...claim, leaf: sha256Text('forged') })).toBe(false);
        expect(verifyMerkle({ ...claim, root: sha256Text('forged') })).toBe(false);
        expect(verifyMerkle({ ...claim, proof: [...claim.proof, sha256Text('more')] })).toBe(false);
        if (claim.proof.length > 0) expect(verifyMerkle({ ...claim, proof: claim.proof.slice(1) })).toBe(false);
      }),
    );
  });
  it('answers hostile claims with no', () => {
    const good = { root: leaves(1)[0] as string, size: 1, leaf: leaves(1)[0] as string, index: 0, proof: [] };
    expect(verifyMerkle(good)).toBe(true);
    for (const change of [
      { index: -1 },
      { index: 1 },
      { size: 0 },
      { size: 1e20 },
      { size: Number.NaN },
      { leaf: 'x' },
      { root: '' },
      { proof: ['zz'] },
    ]) {
      expect(verifyMerkle({ ...good, ...change })).toBe(false);
    }
  });
  it('binds region, period and key', () => {
    const key = regionKey('0b'.repeat(32), 'ke', 3);
    const all = [
      regionLeaf('ke', 3, key),
      regionLeaf('pe', 3, key),
      regionLeaf('ke', 4, key),
      regionLeaf('ke', 3, regionKey('0b'.repeat(32), 'ke', 4)),
    ];
    expect(new Set(all).size).toBe(4);
  });
});
