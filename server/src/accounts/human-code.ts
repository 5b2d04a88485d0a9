import { createHmac, randomInt } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U, so that a code read aloud or copied by hand arrives. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUP = 4;

/** A random code of groups of four characters, five bits each: `groups` 2 is 40 bits. */
export function makeCode(groups: number): string {
  const group = () => Array.from({ length: GROUP }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return Array.from({ length: groups }, group).join('-');
}

/** What somebody typed, as it was meant: any case, any separators, and the look-alikes set right. */
export const readCode = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');

/** What is stored instead of a code: without the secret, a copy of the database opens nothing. */
export const hashCode = (code: string, secret: string): string =>
  createHmac('sha256', secret)
    .update(`code:${readCode(code)}`)
    .digest('hex');
