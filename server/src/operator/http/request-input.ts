import type { IncomingMessage } from 'node:http';
import type { Endpoint } from '@bloomvale/shared/operator/endpoint';
import type { OperatorRefusal } from '@bloomvale/shared/operator/operator-refusals';
import { ok, type Result } from '@bloomvale/shared/result';
import type { z } from 'zod';
import { bodyLimit, type FoundEndpoint } from './endpoint-table.ts';
import { refuse } from './handlers.ts';

/** Faults of a shape told at once: enough to mend a request by. */
const ISSUES_TOLD = 20;

export type RequestInput = {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly bytes: Uint8Array;
};

type Refused = Result<never, OperatorRefusal>;

/** What a request says, judged by the endpoint's schemas. The body is read last, and only as far as it may be long. */
export async function readInput(
  request: IncomingMessage,
  { endpoint, params: raw }: FoundEndpoint,
  search: URLSearchParams,
): Promise<Result<RequestInput, OperatorRefusal>> {
  const params = shaped('params', endpoint.params, raw);
  if (!params.ok) return params;
  const query = shaped('query', endpoint.query, queryOf(search));
  if (!query.ok) return query;
  const bytes = endpoint.method === 'POST' ? await readBody(request, bodyLimit(endpoint)) : new Uint8Array();
  if (bytes === null) return refuse('TOO_LARGE', { bytes: bodyLimit(endpoint) });
  const body = endpoint.takes === 'bytes' ? ok(undefined) : readJson(request, endpoint, bytes);
  if (!body.ok) return body;
  return ok({ params: params.value, query: query.value, body: body.value, bytes });
}

/** A name that stands twice is a list, which no schema takes. */
function queryOf(search: URLSearchParams): Record<string, unknown> {
  const query: Record<string, unknown> = Object.create(null);
  for (const name of new Set(search.keys())) {
    const all = search.getAll(name);
    query[name] = all.length === 1 ? all[0] : all;
  }
  return { ...query };
}

function shaped(place: string, schema: z.ZodType | undefined, value: unknown): Result<unknown, OperatorRefusal> {
  if (schema === undefined) {
    const strange = Object.keys(value as object)[0];
    return strange === undefined ? ok(undefined) : malformed([{ path: `${place}.${strange}`, message: 'unknown' }]);
  }
  try {
    const parsed = schema.safeParse(value);
    if (parsed.success) return ok(parsed.data);
    return malformed(
      parsed.error.issues.slice(0, ISSUES_TOLD).map(({ path, message }) => ({
        path: [place, ...path].map(String).join('.'),
        message,
      })),
    );
  } catch (fault) {
    // Nested deeper than the stack is high.
    if (fault instanceof RangeError) return malformed([{ path: place, message: 'nested too deep' }]);
    throw fault;
  }
}

const malformed = (issues: readonly { readonly path: string; readonly message: string }[]): Refused =>
  refuse('BAD_SHAPE', { issues });

/** @returns null when it is longer than `limit`: nothing of it is kept. */
async function readBody(request: IncomingMessage, limit: number): Promise<Uint8Array | null> {
  if (Number(request.headers['content-length']) > limit) return null;
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request) {
    size += (piece as Buffer).length;
    if (size > limit) return null;
    pieces.push(piece as Buffer);
  }
  return Buffer.concat(pieces);
}

function readJson(
  request: IncomingMessage,
  { method, body: schema }: Endpoint,
  bytes: Uint8Array,
): Result<unknown, OperatorRefusal> {
  if (method === 'GET') return ok(undefined);
  // A form of another page could send text or a form, never this without asking first.
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    return malformed([{ path: 'body', message: 'expected content-type application/json' }]);
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse('NOT_UTF8');
  }
  try {
    return shaped('body', schema, JSON.parse(text));
  } catch (fault) {
    if (fault instanceof SyntaxError || fault instanceof RangeError) return refuse('NOT_JSON');
    throw fault;
  }
}
