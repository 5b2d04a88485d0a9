import { ACCOUNTS_API } from './accounts-api.ts';
import { CATALOGUE_API } from './catalogue-api.ts';
import type { Endpoint } from './endpoint.ts';
import { LIVE_API } from './live-api.ts';
import { PREVIEW_API } from './preview-api.ts';
import { RELEASE_API } from './release-api.ts';

/** Below which every path of the console's API lies. */
export const OPERATOR_API_BASE = '/operator/api';
/** A POST by cookie must carry this header: no form and no page of another origin can send it (CSRF). Tokens need none. */
export const CSRF_HEADER = 'x-bloomvale-operator';

/** Everything the console does. */
export const OPERATOR_API = {
  ...ACCOUNTS_API,
  ...CATALOGUE_API,
  ...PREVIEW_API,
  ...RELEASE_API,
  ...LIVE_API,
} as const satisfies Record<string, Endpoint>;
export type OperatorApi = typeof OPERATOR_API;
export type EndpointName = keyof OperatorApi;
