import { utf8ToBytes } from '@noble/hashes/utils.js';
import { invariant } from '../result.ts';
import { bytesOfHex32, type Hex32, isHex32, sha256Tagged } from './keys.ts';

/** Tags of RFC 6962: a node can never pass for a leaf. */
const LEAF = 0;
const NODE = 1;

/** Leaf of a region's key: binds region, period and key; the key is random, so the leaf tells nothing about it. */
export const regionLeaf = (region: string, period: number, key: Hex32): Hex32 =>
  sha256Tagged(LEAF, utf8ToBytes(`${region}:${period}:`), bytesOfHex32(key));

const join = (left: Hex32, right: Hex32): Hex32 => sha256Tagged(NODE, bytesOfHex32(left), bytesOfHex32(right));

/**
 * Merkle tree over leaf hashes, in pairs from the left, an odd last one moved up as it is (the shape of RFC 6962). Its root is published
 * when the season opens; a leaf's proof shows that a key revealed later was fixed then.
 */
export class MerkleTree {
  readonly #levels: Hex32[][];

  /** @throws InvariantError without leaves. */
  constructor(leaves: readonly Hex32[]) {
    invariant(leaves.length > 0, 'a Merkle tree has leaves');
    this.#levels = [[...leaves]];
    for (let level = this.#levels[0] as Hex32[]; level.length > 1; level = this.#levels.at(-1) as Hex32[]) {
      const above: Hex32[] = [];
      for (let i = 0; i < level.length; i += 2) {
        const right = level[i + 1];
        above.push(right === undefined ? (level[i] as Hex32) : join(level[i] as Hex32, right));
      }
      this.#levels.push(above);
    }
  }

  get root(): Hex32 {
    return (this.#levels.at(-1) as Hex32[])[0] as Hex32;
  }

  get size(): number {
    return (this.#levels[0] as Hex32[]).length;
  }

  /** The siblings on the way from a leaf to the root. */
  proof(index: number): Hex32[] {
    invariant(Number.isInteger(index) && index >= 0 && index < this.size, 'no such leaf');
    const siblings: Hex32[] = [];
    let at = index;
    for (const level of this.#levels) {
      const sibling = level[at ^ 1];
      if (sibling !== undefined) siblings.push(sibling);
      at >>= 1;
    }
    return siblings;
  }
}

export type MerkleClaim = {
  readonly root: Hex32;
  readonly size: number;
  readonly leaf: Hex32;
  readonly index: number;
  readonly proof: readonly Hex32[];
};

/** Whether a leaf stands at an index of the tree with this root and size. Hostile input is answered with false. */
export function verifyMerkle({ root, size, leaf, index, proof }: MerkleClaim): boolean {
  if (!Number.isInteger(size) || !Number.isInteger(index) || index < 0 || index >= size || size > 0x7fffffff)
    return false;
  if (![root, leaf, ...proof].every(isHex32)) return false;
  let hash = leaf;
  let at = index;
  let last = size - 1;
  let used = 0;
  for (; last > 0; last >>= 1, at >>= 1) {
    if (at === last && (at & 1) === 0) continue;
    const sibling = proof[used++];
    if (sibling === undefined) return false;
    hash = (at & 1) === 0 ? join(hash, sibling) : join(sibling, hash);
  }
  return used === proof.length && hash === root;
}
