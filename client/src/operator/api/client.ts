import {
  CSRF_HEADER,
  type EndpointName,
  OPERATOR_API,
  OPERATOR_API_BASE,
  type OperatorApi,
} from '@bloomvale/shared/operator/api';
import type { AnswerOf, Endpoint } from '@bloomvale/shared/operator/endpoint';
import { OperatorRefusalSchema } from '@bloomvale/shared/operator/operator-refusals';
import { err, ok, type Result } from '@bloomvale/shared/result';
import type { z } from 'zod';
import type { Refusal } from './refusal.ts';

/** An answer that takes longer is treated as no connection; whole catalogues go either way, so it is long. */
const TIMEOUT_MS = 60_000;

type Sent<E extends Endpoint, K extends 'params' | 'query' | 'body'> = E extends { [P in K]: infer S extends z.ZodType }
  ? { readonly [P in K]: z.input<S> }
  : unknown;
/** What a call hands over: just those of `params`, `query` and `body` that its endpoint has. A file is sent as `body`. */
export type CallInput<N extends EndpointName> = Sent<OperatorApi[N], 'params'> &
  Sent<OperatorApi[N], 'query'> &
  (OperatorApi[N] extends { takes: 'bytes' } ? { readonly body: Blob } : Sent<OperatorApi[N], 'body'>);
export type CallAnswer<N extends EndpointName> = AnswerOf<OperatorApi[N]>;
type Loose = { readonly params?: unknown; readonly query?: unknown; readonly body?: unknown };

/** Address of a request; for files (`exportLoans`, `exportAudit`) it is the address to download from. */
export function addressOf<N extends EndpointName>(name: N, input: Omit<CallInput<N>, 'body'>): string {
  const { params = {}, query = {} } = input as { params?: Record<string, unknown>; query?: Record<string, unknown> };
  const path = OPERATOR_API[name].path.replaceAll(/:(\w+)/g, (_, key: string) =>
    encodeURIComponent(String(params[key])),
  );
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) if (value !== undefined) search.set(key, String(value));
  return `${OPERATOR_API_BASE}${path}${search.size === 0 ? '' : `?${search}`}`;
}

/** Hears every refusal: the session ends here and nowhere else. */
let heard: (refusal: Refusal, name: EndpointName) => void = () => undefined;
export const hearRefusals = (listener: typeof heard): void => {
  heard = listener;
};

/** One request of the console's API. Never throws; no connection is the refusal OFFLINE. */
export async function call<N extends EndpointName>(
  name: N,
  input: CallInput<N>,
): Promise<Result<CallAnswer<N>, Refusal>> {
  const answer = await ask(name, input);
  if (!answer.ok) heard(answer.error, name);
  return answer;
}

async function ask<N extends EndpointName>(name: N, input: CallInput<N>): Promise<Result<CallAnswer<N>, Refusal>> {
  const endpoint: Endpoint = OPERATOR_API[name];
  const { body } = input as Loose;
  try {
    const response = await fetch(addressOf(name, input), {
      method: endpoint.method,
      credentials: 'same-origin',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(endpoint.method === 'POST' ? posted(body) : {}),
    });
    const text = await response.text();
    if (!response.ok) return err(refusalOf(text));
    const read = (endpoint.gives === 'file' ? text : JSON.parse(text)) as CallAnswer<N>;
    // The server made it from the same schema; only where console and server may be of two minds is it worth the time.
    if (import.meta.env.DEV) endpoint.answer.parse(read);
    return ok(read);
  } catch (error) {
    if (import.meta.env.DEV && !(error instanceof TypeError)) throw error;
    return err({ code: 'OFFLINE' });
  }
}

const posted = (body: unknown): RequestInit => ({
  headers: {
    [CSRF_HEADER]: '1',
    'content-type': body instanceof Blob ? 'application/octet-stream' : 'application/json',
  },
  body: body instanceof Blob ? body : JSON.stringify(body ?? {}),
});

/** A proxy in between answers with a page of its own. */
function refusalOf(text: string): Refusal {
  try {
    const read = OperatorRefusalSchema.safeParse(JSON.parse(text));
    if (read.success)
      return read.data.detail === undefined
        ? { code: read.data.code }
        : { code: read.data.code, detail: read.data.detail };
  } catch {
    // not ours
  }
  return { code: 'INTERNAL' };
}
