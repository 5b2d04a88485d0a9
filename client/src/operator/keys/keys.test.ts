import { describe, expect, it } from 'vitest';
import { found, nameOf } from './follow.ts';
import { bindingsNow, type KeyBinding } from './registry.ts';

const binding = (...keys: string[]): KeyBinding => ({ keys, text: 'help', run: () => undefined });
const event = (key: string, held: { ctrlKey?: boolean; metaKey?: boolean; shiftKey?: boolean } = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...held,
});

describe('keys', () => {
  it('of a layer that came later hide the same keys of an earlier one', () => {
    const [old, other, late] = [binding('j'), binding('k'), binding('j')];
    expect(
      bindingsNow([
        { id: 1, bindings: [old, other] },
        { id: 2, bindings: [late] },
      ]),
    ).toEqual([other, late]);
  });
  it('that follow another are not found alone', () => {
    expect(found([binding('g l')], null, 'l')).toBeNull();
    expect(found([binding('g l')], 'g', 'x')).toBeNull();
    expect(found([binding('g l'), binding('l')], 'g', 'l')?.keys).toEqual(['g l']);
  });
  it('have one name on every system', () => {
    expect(nameOf(event('S', { metaKey: true }))).toBe('mod+s');
    expect(nameOf(event('Z', { ctrlKey: true, shiftKey: true }))).toBe('mod+shift+z');
    expect(nameOf(event('?', { shiftKey: true }))).toBe('?');
  });
});
