import type { Client } from '@colyseus/core';
import { describe, expect, it } from 'vitest';
import { inOneWrite } from './one-write.ts';

/** A client whose stream writes down what happens to it. */
function clientOf(log: string[]): Client {
  const _socket = { cork: () => void log.push('cork'), uncork: () => void log.push('uncork') };
  return { ref: { _socket } } as unknown as Client;
}
const LONG_CHAIN = 50;
const turn = () => new Promise((done) => setImmediate(done));

describe('inOneWrite', () => {
  it('leaves a client alone whose socket is gone', async () => {
    const log: string[] = [];
    inOneWrite([{ ref: {} }, { ref: { _socket: null } }, clientOf(log)] as Client[]);
    await turn();
    expect(log).toEqual(['cork', 'uncork']);
  });

  it('lets go when the promises that were ready have run, before anything else happens', async () => {
    const log: string[] = [];
    const later = turn().then(() => log.push('next turn'));
    inOneWrite([clientOf(log)]);
    log.push('patch');
    for (let i = 0; i < LONG_CHAIN; i++) await null;
    log.push('reply');
    await later;
    expect(log).toEqual(['cork', 'patch', 'reply', 'uncork', 'next turn']);
  });

  it('does the same when asked by a promise', async () => {
    const log: string[] = [];
    await Promise.resolve().then(() => inOneWrite([clientOf(log)]));
    for (let i = 0; i < LONG_CHAIN; i++) await null;
    log.push('reply');
    await turn();
    expect(log).toEqual(['cork', 'reply', 'uncork']);
  });
});
