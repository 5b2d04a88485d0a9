import type { RequestHandler } from 'express';
import type { Operators } from '../accounts/operators/operators.ts';
import type { Config } from '../config/env.ts';
import type { Exposition } from '../operator/live/prometheus.ts';
import { sendRefusal } from './http-refusal.ts';

export type MetricsOptions = {
  readonly exposition: Exposition;
  readonly operators: Pick<Operators, 'byToken'>;
  readonly access: Config['metrics'];
};

const BEARER = /^Bearer ([\w-]{1,200})$/;
const LOOPBACK = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/;

/**
 * `GET /metrics` for Prometheus: with an operator's API token of scope `live`. With METRICS=loopback the machine itself needs none; not by
 * default, because behind a proxy on the same machine everybody comes from it.
 */
export const metricsRoute =
  ({ exposition, operators, access }: MetricsOptions): RequestHandler =>
  async (request, response) => {
    if (access === 'off') return sendRefusal(response, 404, 'NOT_FOUND');
    const local =
      access === 'loopback' &&
      LOOPBACK.test(request.socket.remoteAddress ?? '') &&
      request.headers['x-forwarded-for'] === undefined &&
      request.headers.forwarded === undefined;
    if (!local && !(await mayRead(request.headers.authorization, operators))) {
      response.setHeader('www-authenticate', 'Bearer');
      return sendRefusal(response, 401, 'SIGN_IN');
    }
    const text = await exposition.text();
    response.writeHead(200, { 'content-type': exposition.type, 'cache-control': 'no-store' });
    response.end(text);
  };

async function mayRead(authorization: string | undefined, operators: MetricsOptions['operators']): Promise<boolean> {
  const secret = BEARER.exec(authorization ?? '')?.[1];
  if (secret === undefined) return false;
  const found = await operators.byToken(secret);
  return found?.operator.enrolled === true && found.token.scopes.includes('live');
}
