import { PROTOCOL_VERSION } from '@bloomvale/shared/protocol/version';
import { err, ok, type Result } from '@bloomvale/shared/result';
import type { Fault } from '../store/fault.ts';
import { sampleClock } from '../store/net.ts';

/** An answer that takes longer is treated as no connection; the caller may try again. */
const TIMEOUT_MS = 12_000;

export type HttpFault = { readonly fault: Fault; readonly status: number; readonly code: string | null };

const faultOf = (status: number): Fault => {
  if (status === 401 || status === 403) return 'SIGNED_OUT';
  if (status === 404) return 'NOT_FOUND';
  if (status === 426) return 'WRONG_VERSION';
  if (status === 429) return 'TOO_MANY';
  return 'SERVER';
};

/** The server names its reason in `code`; a page of a proxy in between does not. */
async function codeOf(response: Response): Promise<string | null> {
  try {
    const body: unknown = await response.json();
    const { code } = body as { code?: unknown };
    return typeof code === 'string' ? code : null;
  } catch {
    return null;
  }
}

export type Ask = { readonly method?: 'GET' | 'POST'; readonly body?: unknown };

/** One request to our own server, cookie included. Never throws; an unreachable server is `OFFLINE`. */
export async function request(path: string, ask: Ask = {}): Promise<Result<Response, HttpFault>> {
  try {
    const response = await fetch(path, {
      method: ask.method ?? 'GET',
      credentials: 'same-origin',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        'x-bloomvale-version': String(PROTOCOL_VERSION),
        ...(ask.method === 'POST' ? { 'content-type': 'application/json' } : {}),
      },
      // The server wants a length on every POST, and better-auth a JSON body.
      ...(ask.method === 'POST' ? { body: JSON.stringify(ask.body ?? {}) } : {}),
    });
    if (response.ok) return ok(response);
    const code = await codeOf(response);
    // An operator has stopped the welcome gift, and with it whoever is new.
    const fault = code === 'PAUSED' ? 'NEWCOMERS_PAUSED' : faultOf(response.status);
    return err({ fault, status: response.status, code });
  } catch {
    return err({ fault: 'OFFLINE', status: 0, code: null });
  }
}

/** A JSON answer of our own server, whose shape the protocol version vouches for. Bodies that carry `now` also set the clock. */
export async function requestJson<T>(path: string, ask: Ask = {}): Promise<Result<T, HttpFault>> {
  const sentAt = Date.now();
  const answer = await request(path, ask);
  if (!answer.ok) return answer;
  try {
    const body = (await answer.value.json()) as T;
    const now = typeof body === 'object' && body !== null ? (body as { now?: unknown }).now : undefined;
    if (typeof now === 'number') sampleClock(sentAt, Date.now(), now);
    return ok(body);
  } catch {
    return err({ fault: 'SERVER', status: answer.value.status, code: null });
  }
}
