import { loadCatalogue } from '@bloomvale/assets/load-catalogue';
import { COMMANDS } from '@bloomvale/shared/protocol/commands';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_PLAYERS, MAX_SECONDS, readArguments } from '../bots/arguments.ts';
import { mintCommandId } from '../bots/command-id.ts';
import { createDice } from '../bots/dice.ts';
import { type GardenView, nextGardenMove } from '../bots/garden-mind.ts';
import { Tally } from '../bots/tally.ts';
import { Traffic } from '../bots/traffic.ts';
import { LocalPlayer } from './local-player.ts';

const content = loadCatalogue();

describe('the command line of the bots', () => {
  test('is refused with a sentence when it makes no sense', () => {
    for (const argv of [
      ['--players', '0'],
      ['--players', String(MAX_PLAYERS + 1)],
      ['--players', '1e3'],
      ['--players', '-4'],
      ['--seconds', String(MAX_SECONDS + 1)],
      ['--seconds', '1.5'],
      ['--seed', 'x'],
      ['--url', 'localhost'],
      ['--url', 'ftp://127.0.0.1'],
      ['--unknown'],
      ['loose'],
    ]) {
      const read = readArguments(argv, undefined);
      expect(read.ok, argv.join(' ')).toBe(false);
      expect(read.ok ? '' : read.error).toMatch(/\.|Usage/);
    }
  });
  test('asks nobody but this machine unless a URL says otherwise', () => {
    const read = readArguments([], '3000');
    expect(read.ok && read.value.url).toBe('http://127.0.0.1:3000');
    const told = readArguments(
      ['--url', 'https://play.example:8443/any/path', '--players', '3', '--seconds', '9'],
      undefined,
    );
    expect(told).toEqual({ ok: true, value: { url: 'https://play.example:8443', players: 3, seconds: 9, seed: 1 } });
  });
});

describe('the mind of a bot', () => {
  const mind = { content, timeScale: 1, temper: 'spender', patienceSeconds: 150 } as const;
  const idle: GardenView = { now: 0, level: 1, plotCount: 0, wallet: 0, plots: {}, store: {}, slots: [], wishes: [] };

  test('waits when there is nothing to do', () => {
    expect(nextGardenMove(idle, mind)).toBeNull();
  });
  test('never asks for what the rules refuse', () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.nat(), fc.nat()),
        fc.constantFrom('frugal', 'thrifty', 'spender'),
        fc.constantFrom(900, 4_000, 31_000),
        (key, temper, pace) => {
          const player = new LocalPlayer(content, Date.UTC(2026, 4, 5, 10), key);
          player.play(player.now + 30 * 60_000, { temper, patienceSeconds: 300 }, pace);
          expect(player.refusals).toEqual([]);
        },
      ),
      { numRuns: 15 },
    );
  });
});

describe('the command ids of the bots', () => {
  test('are what the protocol takes, never twice the same, and grow with time', () => {
    const ids = Array.from({ length: 200 }, (_, i) => mintCommandId(1_700_000_000_000 + i));
    for (const commandId of ids)
      expect(COMMANDS['hint.done'].safeParse({ commandId, hint: 'plant' }).success).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort()).toEqual(ids);
  });
});

describe('what the bots count', () => {
  test('latencies without an answer are none', () => {
    expect(new Tally().quantile(0.5)).toBeNull();
  });
  test('quantiles are of what was answered, refusals by their code', () => {
    const tally = new Tally();
    for (let ms = 1; ms <= 100; ms++) tally.answered('garden.plant', { ok: true, now: 0, value: {} }, ms);
    tally.answered('garden.plant', { ok: false, code: 'FUNDS' }, 500);
    expect([tally.quantile(0.5), tally.quantile(0.99), tally.acknowledged]).toEqual([51, 100, 100]);
    expect(tally.refusals).toEqual({ FUNDS: 1 });
  });
  test('bytes are payload and frame header, and every message still arrives', () => {
    const traffic = new Traffic();
    const got: unknown[] = [];
    const connection = { events: { onmessage: (event: { data: unknown }) => void got.push(event.data) } };
    traffic.watch(connection);
    const messages = [new ArrayBuffer(10), new ArrayBuffer(126), 'é'];
    for (const data of messages) connection.events.onmessage({ data });
    expect(got).toEqual(messages);
    expect([traffic.bytes, traffic.messages]).toEqual([10 + 2 + 126 + 4 + 2 + 2, 3]);
  });
  test('dice repeat for a seed, and differ between bots', () => {
    const rolls = (seed: number, number: number) => {
      const dice = createDice(seed, number);
      return Array.from({ length: 12 }, () => dice.upTo(1_000)).join();
    };
    expect(rolls(1, 2)).toBe(rolls(1, 2));
    expect(new Set([rolls(1, 2), rolls(1, 3), rolls(2, 2)]).size).toBe(3);
  });
});
