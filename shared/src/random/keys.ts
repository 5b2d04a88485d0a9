import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { invariant } from '../result.ts';
import type { PhiloxKey } from './philox.ts';

/** 32 bytes as 64 lower-case hex digits. */
export type Hex32 = string;

const HEX32 = /^[0-9a-f]{64}$/;
export const isHex32 = (text: string): text is Hex32 => HEX32.test(text);

/** Bytes of a checked hex text. @throws InvariantError when it is not 32 bytes of lower-case hex. */
export function bytesOfHex32(hex: Hex32): Uint8Array {
  invariant(isHex32(hex), 'expected 32 bytes as lower-case hex');
  return hexToBytes(hex);
}

const derive = (seasonSecret: Hex32, label: string): Hex32 =>
  bytesToHex(hmac(sha256, bytesOfHex32(seasonSecret), utf8ToBytes(label)));

/**
 * Key of one loan: HMAC-SHA-256(seasonSecret, "loan:" + id) (lending.md 5). Secret until the loan closes; the season's secret
 * itself is revealed with its last loan, so that anybody can derive this key again.
 */
export const loanKey = (seasonSecret: Hex32, loanId: string): Hex32 => derive(seasonSecret, `loan:${loanId}`);

/** Key of one region in one period, committed to in the season's Merkle tree (lending.md 5). */
export const regionKey = (seasonSecret: Hex32, region: string, period: number): Hex32 =>
  derive(seasonSecret, `region:${region}:${period}`);

/** What is published before the first draw: SHA-256 of the key's 32 bytes. */
export const commitment = (key: Hex32): Hex32 => bytesToHex(sha256(bytesOfHex32(key)));

/** Philox key: the first eight bytes of a loan or region key as two big-endian words. */
export function philoxKey(key: Hex32): PhiloxKey {
  invariant(isHex32(key), 'expected 32 bytes as lower-case hex');
  return [Number.parseInt(key.slice(0, 8), 16), Number.parseInt(key.slice(8, 16), 16)];
}

/** SHA-256 of text (UTF-8) as hex: content hashes, replay files. */
export const sha256Text = (text: string): Hex32 => bytesToHex(sha256(utf8ToBytes(text)));

/** SHA-256 over a tag byte and hashes: leaves and nodes of the Merkle tree are kept apart by the tag (RFC 6962). */
export const sha256Tagged = (tag: number, ...parts: readonly Uint8Array[]): Hex32 =>
  bytesToHex(sha256(concatBytes(Uint8Array.of(tag), ...parts)));
