import { describe, expect, it } from 'vitest';
import { originRule } from './origin.ts';

describe('without a public URL', () => {
  const allowed = originRule(undefined);
  it.each([
    ['http://localhost:2567', 'localhost:2567', true],
    ['http://192.168.1.4:2567', '192.168.1.4:2567', true],
    ['https://game.lan', 'GAME.lan', true],
    [null, 'localhost:2567', true],
    ['http://localhost:3000', 'localhost:2567', false],
    ['https://evil.example', 'localhost:2567', false],
    ['null', 'localhost:2567', false],
    ['http://localhost:2567', null, false],
    ['', 'localhost', false],
  ])('%s at %s: %s', (origin, host, expected) => {
    expect(allowed(origin, host)).toBe(expected);
  });
});

describe('with a public URL', () => {
  const allowed = originRule('https://bloomvale.example');
  it.each([
    ['https://bloomvale.example', 'anything', true],
    [null, 'anything', true],
    ['http://bloomvale.example', 'bloomvale.example', false],
    ['https://bloomvale.example.evil.example', 'bloomvale.example', false],
    ['http://localhost:2567', 'localhost:2567', false],
  ])('%s at %s: %s', (origin, host, expected) => {
    expect(allowed(origin, host)).toBe(expected);
  });
});
