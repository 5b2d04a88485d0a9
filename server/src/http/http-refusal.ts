import type { ServerResponse } from 'node:http';
import type { RejectCode } from '@bloomvale/shared/protocol/reject-codes';

/** Codes of HTTP answers that no command has. */
export type HttpCode = RejectCode | 'NOT_FOUND' | 'BAD_METHOD' | 'LENGTH_NEEDED' | 'CONFIRM_NEEDED';

/** A refused request: thrown in a route, answered as `{code}` with its status. */
export class HttpRefusal extends Error {
  override name = 'HttpRefusal';
  readonly status: number;
  readonly code: HttpCode;
  constructor(status: number, code: HttpCode) {
    super(code);
    this.status = status;
    this.code = code;
  }
}

export const sendJson = (response: ServerResponse, status: number, body: unknown): void =>
  sendText(response, status, JSON.stringify(body));

/** JSON that is text already. */
export function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
  });
  response.end(text);
}

export const sendRefusal = (response: ServerResponse, status: number, code: HttpCode): void =>
  sendJson(response, status, { code });
