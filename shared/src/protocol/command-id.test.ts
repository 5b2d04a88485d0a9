import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { COMMAND_ID_BYTES, commandId } from './command-id.ts';

const bytes = fc.uint8Array({ minLength: COMMAND_ID_BYTES, maxLength: COMMAND_ID_BYTES });
const instant = fc.integer({ min: 0, max: 2 ** 47 });

describe('commandId', () => {
  it('refuses another number of random bytes', () => {
    expect(() => commandId(0, new Uint8Array(COMMAND_ID_BYTES - 1))).toThrow('ten random bytes');
  });
  it('is a UUID of version 7', () => {
    fc.assert(fc.property(instant, bytes, (now, random) => z.uuidv7().safeParse(commandId(now, random)).success));
  });
  it('sorts by time', () => {
    fc.assert(fc.property(instant, bytes, bytes, (now, a, b) => commandId(now, a) < commandId(now + 1, b)));
  });
});
