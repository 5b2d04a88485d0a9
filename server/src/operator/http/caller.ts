import type { IncomingMessage } from 'node:http';
import { CSRF_HEADER } from '@bloomvale/shared/operator/api';
import type { Endpoint } from '@bloomvale/shared/operator/endpoint';
import type { OperatorRefusal } from '@bloomvale/shared/operator/operator-refusals';
import { mayAct } from '@bloomvale/shared/operator/operator-roles';
import { ok, type Result } from '@bloomvale/shared/result';
import { byOperator, type Operator, type Operators } from '../../accounts/operators/operators.ts';
import { requestHeaders } from '../../http/request-headers.ts';
import { type Caller, refuse } from './handlers.ts';

const BEARER = /^Bearer ([\w-]{1,200})$/;
/** What the header of a request by cookie must say; a page of another origin cannot send any header of its own unasked. */
const CSRF_VALUE = '1';

/**
 * Who may make this request: null for one that anyone may make. Session, role, enrolment and token are read from the database each time, so
 * whatever was taken away is gone with the next request.
 */
export async function callerOf(
  request: IncomingMessage,
  endpoint: Endpoint,
  operators: Operators,
): Promise<Result<Caller | null, OperatorRefusal>> {
  const { authorization } = request.headers;
  const headers = requestHeaders(request);
  if (authorization !== undefined) return byToken(authorization, headers, endpoint, operators);
  if (endpoint.method === 'POST' && request.headers[CSRF_HEADER] !== CSRF_VALUE) return refuse('CSRF');
  if (endpoint.access === 'anyone') return ok(null);
  const session = await operators.session(headers);
  if (session === null) return refuse('SIGN_IN');
  const refusal = endpoint.access === 'signed-in' ? null : missing(session.operator, endpoint);
  if (refusal !== null) return refusal;
  return ok({ operator: byOperator(session.operator), sessionId: session.sessionId, headers });
}

async function byToken(
  authorization: string,
  headers: Headers,
  endpoint: Endpoint,
  operators: Operators,
): Promise<Result<Caller | null, OperatorRefusal>> {
  const found = await operators.byToken(BEARER.exec(authorization)?.[1] ?? '');
  if (found === null) return refuse('SIGN_IN');
  const { token, operator } = found;
  if (endpoint.scope === null) return refuse('FORBIDDEN', { needs: 'a person' });
  if (!token.scopes.includes(endpoint.scope)) return refuse('FORBIDDEN', { needs: endpoint.scope });
  // A token never may more than its owner may today.
  const refusal = missing(operator, endpoint);
  return refusal ?? ok({ operator: { ...byOperator(operator), token: token.id }, sessionId: null, headers });
}

function missing({ enrolled, role }: Operator, { access }: Endpoint): Result<never, OperatorRefusal> | null {
  if (access === 'anyone' || access === 'signed-in') return null;
  if (!enrolled) return refuse('TOTP_FIRST');
  return mayAct(role, access) ? null : refuse('FORBIDDEN', { needs: access });
}
