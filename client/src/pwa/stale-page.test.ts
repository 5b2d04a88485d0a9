import { describe, expect, it } from 'vitest';
import { mayReload } from './stale-page.ts';

function memory() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

describe('mayReload', () => {
  it('is false when it was tried a moment ago', () => {
    const storage = memory();
    mayReload(storage, 1_000_000);
    expect(mayReload(storage, 1_000_500)).toBe(false);
  });

  it('is false without storage, which alone could stop the circle', () => {
    const refusing = {
      getItem: () => {
        throw new DOMException('denied');
      },
      setItem: () => undefined,
    };
    expect(mayReload(refusing, 0)).toBe(false);
  });

  it('is true the first time, and again after another update later that day', () => {
    const storage = memory();
    expect(mayReload(storage, 1_000_000)).toBe(true);
    expect(mayReload(storage, 5_000_000)).toBe(true);
  });
});
