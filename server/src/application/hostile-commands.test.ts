import { COMMANDS, type CommandType } from '@bloomvale/shared/protocol/commands';
import { REJECT_CODES } from '@bloomvale/shared/protocol/reject-codes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { commandId, testContent, testGame } from '../testing/test-game.ts';

const TYPES = Object.keys(COMMANDS) as CommandType[];
/** Fields of a command, but for its id. */
const fieldsOf = (type: CommandType): string[] =>
  Object.keys((COMMANDS[type] as unknown as z.ZodObject).shape).filter((key) => key !== 'commandId');

const { crops, goods, recipes, entrepreneurs } = testContent();
/** Names that every object has, names that something of ours has, and names that nobody has. */
const names = fc.constantFrom(
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'none',
  '',
  crops[0]?.id,
  goods[0]?.id,
  recipes[0]?.id,
  entrepreneurs[0]?.id,
  'oven',
  'water',
  'plant',
  'a'.repeat(80),
);
const numbers = fc.constantFrom(0, 1, 2, 5, 19, 35, 999, 2_500, 100_000_000, -1, 1.5, Number.MAX_SAFE_INTEGER, 1e308);
const value: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: names },
  { weight: 6, arbitrary: numbers },
  { weight: 2, arbitrary: fc.boolean() },
  { weight: 3, arbitrary: fc.array(fc.oneof(names, numbers), { maxLength: 4 }) },
  {
    weight: 2,
    arbitrary: fc.dictionary(
      names.filter((name) => name !== undefined),
      numbers,
      { maxKeys: 3 },
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom(null, undefined, Number.NaN) },
);
/** The fields a command has, each with anything in it. */
const payloadOf = (type: CommandType) => fc.record(Object.fromEntries(fieldsOf(type).map((field) => [field, value])));
const hostile = fc
  .constantFrom(...TYPES)
  .chain((type) => payloadOf(type).map((payload) => ({ type, payload: payload as object })));

const CODES = new Set<string>(REJECT_CODES);

describe('every command of the protocol', () => {
  it('answers whatever its fields hold by a value or a named refusal, the same when it comes again, and no coin is made or lost', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostile, { minLength: 60, maxLength: 120 }), async (sent) => {
        const world = await testGame();
        await world.newcomer('ann');
        await world.enrich('ann', 500_000);
        for (const { type, payload } of sent) {
          const whole = { ...payload, commandId: commandId() } as never;
          const reply = await world.run('ann', type, whole);
          const again = await world.run('ann', type, whole);
          if (!reply.ok) expect(CODES).toContain(reply.code);
          expect(reply).not.toMatchObject({ code: 'INTERNAL' });
          expect({ ...again, now: 0 }).toEqual({ ...reply, now: 0 });
        }
        expect(world.violations()).toEqual([]);
        expect(world.log.filter(({ level }) => level === 'error')).toEqual([]);
      }),
      { numRuns: 15 },
    );
  }, 120_000);

  it.each(TYPES)('%s is refused from somebody who is not a player', async (type) => {
    const world = await testGame();
    const fields = Object.fromEntries(fieldsOf(type).map((field) => [field, '__proto__']));
    expect(await world.run('nobody', type, fields as never)).toMatchObject({ ok: false });
  });
});
