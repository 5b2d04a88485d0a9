import { roomCommands } from '@bloomvale/server/rooms/messages';
import { COMMANDS, GESTURES } from '@bloomvale/shared/protocol/commands';
import { describe, expect, it } from 'vitest';

const handled: unknown[] = [];
const commands = roomCommands<string>(async (client, type, payload, awaited) => {
  handled.push([client, type, payload, awaited]);
});

describe('every message of the protocol', () => {
  it('has a handler, and there are no others', () => {
    expect(Object.keys(commands).sort()).toEqual([...Object.keys(COMMANDS), ...Object.keys(GESTURES)].sort());
  });

  it.each(Object.entries(commands))(
    '%s never fails on its shape: the handler gets the refusal',
    async (type, { format, handler }) => {
      for (const wrong of [undefined, null, 7, 'x', [], {}, { commandId: 1 }, { __proto__: null }]) {
        const result = format['~standard'].validate(wrong);
        expect(result).toEqual({ value: { ok: false, error: 'BAD_SHAPE' } });
        await handler('client', result.value as never, { id: 1 });
        expect(handled.at(-1)).toEqual(['client', type, { ok: false, error: 'BAD_SHAPE' }, true]);
      }
    },
  );

  it('hands over what was parsed, not what was sent', async () => {
    const payload = { commandId: crypto.randomUUID(), name: '  Linden  ' };
    const { value } = commands['player.rename'].format['~standard'].validate(payload);
    await commands['player.rename'].handler('client', value, { id: undefined });
    expect(handled.at(-1)).toEqual([
      'client',
      'player.rename',
      { ok: true, value: { ...payload, name: 'Linden' } },
      false,
    ]);
  });
});
