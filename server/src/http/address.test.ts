import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { clientAddress, limitKey, stampAddress } from './address.ts';

const request = (remoteAddress: string, headers: Record<string, string> = {}): IncomingMessage =>
  ({ socket: { remoteAddress }, headers }) as unknown as IncomingMessage;
const SPOOFED = {
  'x-forwarded-for': '6.6.6.6',
  'x-real-ip': '6.6.6.6',
  'x-client-ip': '6.6.6.6',
  forwarded: 'for=6.6.6.6',
};

describe('the address of a client', () => {
  it('is the socket’s, whatever headers say', () => {
    expect(clientAddress(request('10.0.0.9', SPOOFED), 0)).toBe('10.0.0.9');
  });

  it('is what the trusted proxies saw, counted from the right', () => {
    const chain = { 'x-forwarded-for': '6.6.6.6, 203.0.113.5, 10.0.0.2' };
    expect(clientAddress(request('10.0.0.1', chain), 1)).toBe('10.0.0.2');
    expect(clientAddress(request('10.0.0.1', chain), 2)).toBe('203.0.113.5');
  });

  it('is the socket’s when the proxy says nothing, or nonsense', () => {
    expect(clientAddress(request('10.0.0.1'), 1)).toBe('10.0.0.1');
    expect(clientAddress(request('10.0.0.1', { 'x-forwarded-for': 'unknown' }), 1)).toBe('10.0.0.1');
    expect(clientAddress(request('10.0.0.1', { 'x-forwarded-for': '1.1.1.1' }), 3)).toBe('10.0.0.1');
  });

  it('is stamped over every claim, and an untrusted protocol goes', () => {
    const asked = request('10.0.0.9', { ...SPOOFED, 'x-forwarded-proto': 'https', 'x-forwarded-host': 'evil' });
    expect(stampAddress(asked, 0)).toBe('10.0.0.9');
    expect(asked.headers).toEqual({ 'x-real-ip': '10.0.0.9' });
  });
});

describe('what shares a rate limit', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2'],
    ['2001:db8::9', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::', 'fe80:0:0:0'],
  ])('%s → %s', (address, key) => {
    expect(limitKey(address)).toBe(key);
  });
});
