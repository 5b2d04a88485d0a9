import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import { ADDRESS_HEADER } from '../accounts/auth.ts';

/** Headers by which a client could claim another address, host or protocol. */
const CLAIMS = ['x-forwarded-for', 'x-forwarded-host', 'x-client-ip', 'forwarded', ADDRESS_HEADER] as const;

/** The address a request comes from: the socket's, or what the outermost of `proxies` trusted proxies saw. */
export function clientAddress(request: IncomingMessage, proxies: number): string {
  const socket = request.socket.remoteAddress ?? '';
  if (proxies === 0) return socket;
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim());
  // Every proxy appends whom it saw: count from the right, for what stands on the left anybody may have written.
  const claimed = [...forwarded, socket].at(-1 - proxies) ?? '';
  return isIP(claimed) === 0 ? socket : claimed;
}

/**
 * Finds the address once, for everything behind: rate limits, better-auth and Colyseus read it from one header, which is ours alone
 * (Colyseus would otherwise believe `x-real-ip` from anybody).
 */
export function stampAddress(request: IncomingMessage, proxies: number): string {
  const address = clientAddress(request, proxies);
  const protocol = request.headers['x-forwarded-proto'];
  for (const name of CLAIMS) delete request.headers[name];
  if (proxies === 0 || (protocol !== 'https' && protocol !== 'http')) delete request.headers['x-forwarded-proto'];
  request.headers[ADDRESS_HEADER] = address;
  return address;
}

const MAPPED = new BlockList();
MAPPED.addSubnet('::ffff:0:0', 96, 'ipv6');

/** What shares one rate limit: an IPv4 address, or the /64 that one IPv6 household owns whole. */
export function limitKey(address: string): string {
  if (isIP(address) !== 6) return address;
  if (MAPPED.check(address, 'ipv6')) return address.slice(address.lastIndexOf(':') + 1);
  const [head = '', tail] = address.toLowerCase().split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const groups = tail === undefined ? left : [...left, ...Array(8 - left.length - right.length).fill('0'), ...right];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
