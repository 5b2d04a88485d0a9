import type { OperatorApi } from '@bloomvale/shared/operator/api';
import type { AnswerOf, BodyOf, Endpoint, ParamsOf, QueryOf } from '@bloomvale/shared/operator/endpoint';
import type { OperatorRefusal, OperatorRefusalCode } from '@bloomvale/shared/operator/operator-refusals';
import { err, type Result } from '@bloomvale/shared/result';
import type { Operator } from '../../application/proposals/operator.ts';

/** Who asks, found afresh for each request: what was true when the page was opened does not count. */
export type Caller = {
  /** The person, also behind a token; what the game's desks take. */
  readonly operator: Operator;
  /** The session of a person; null behind a token. */
  readonly sessionId: string | null;
  /** The request's own headers, for what works on its session. */
  readonly headers: Headers;
};

/** A file to be saved under a name. */
export type FileAnswer = {
  readonly name: string;
  /** Media type with its charset. */
  readonly type: string;
  readonly content: string;
};

/** What a handler gets: everything checked by the endpoint's own schemas. */
export type Call<E extends Endpoint> = {
  readonly params: ParamsOf<E>;
  readonly query: QueryOf<E>;
  readonly body: BodyOf<E>;
  /** The body of an endpoint that takes bytes; empty otherwise. */
  readonly bytes: Uint8Array;
  readonly caller: E['access'] extends 'anyone' ? null : Caller;
  /** Set-Cookie lines for the answer. */
  readonly setCookies: (lines: readonly string[]) => void;
};

/** As it is written out: nobody changes it any more. */
type Given<T> = T extends readonly (infer Item)[]
  ? readonly Given<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: Given<T[K]> }
    : T;
export type Answer<E extends Endpoint> = E extends { gives: 'file' } ? FileAnswer : Given<AnswerOf<E>>;

/** Refusals are values; what is thrown is answered as INTERNAL, or STORE_UNAVAILABLE for a fault of the store. */
export type Handler<E extends Endpoint> = (call: Call<E>) => Promise<Result<Answer<E>, OperatorRefusal>>;

/** A handler for each endpoint of a part of the table. */
export type HandlersOf<Api extends Record<string, Endpoint>> = { readonly [N in keyof Api]: Handler<Api[N]> };
export type ConsoleHandlers = HandlersOf<OperatorApi>;

/** A refusal as handlers answer it. */
export const refuse = (code: OperatorRefusalCode, detail?: Record<string, unknown>): Result<never, OperatorRefusal> =>
  err(detail === undefined ? { code } : { code, detail });
