import { type EndpointName, OPERATOR_API, OPERATOR_API_BASE } from '@bloomvale/shared/operator/api';
import { type Endpoint, SMALL_BODY } from '@bloomvale/shared/operator/endpoint';
import { MAX_COMMAND_BYTES } from '@bloomvale/shared/protocol/limits';

export type FoundEndpoint = {
  readonly name: EndpointName;
  readonly endpoint: Endpoint;
  /** As they stand in the path, decoded but not judged yet. */
  readonly params: Readonly<Record<string, string>>;
};

type Entry = { readonly name: EndpointName; readonly endpoint: Endpoint; readonly parts: readonly string[] };

const partsOf = (path: string): string[] => path.split('/').slice(1);
const ENTRIES: readonly Entry[] = Object.entries(OPERATOR_API).map(([name, endpoint]) => ({
  name: name as EndpointName,
  endpoint,
  parts: partsOf(endpoint.path),
}));

/**
 * The endpoint of a request; `path` is what follows `/operator/api`. 'OTHER_METHOD' when the path is known by another method alone, null when
 * there is nothing there.
 */
export function findEndpoint(method: string, path: string): FoundEndpoint | 'OTHER_METHOD' | null {
  const parts = partsOf(path);
  let elsewhere = false;
  for (const { name, endpoint, parts: pattern } of ENTRIES) {
    const params = match(pattern, parts);
    if (params === null) continue;
    if (endpoint.method === method) return { name, endpoint, params };
    elsewhere = true;
  }
  return elsewhere ? 'OTHER_METHOD' : null;
}

function match(pattern: readonly string[], parts: readonly string[]): Record<string, string> | null {
  if (pattern.length !== parts.length) return null;
  const params: Record<string, string> = {};
  for (const [i, expected] of pattern.entries()) {
    const part = parts[i] as string;
    if (!expected.startsWith(':')) {
      if (part !== expected) return null;
      continue;
    }
    const value = decoded(part);
    if (value === null) return null;
    params[expected.slice(1)] = value;
  }
  return params;
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

/** Largest body of an endpoint, bytes. Before anybody is known it is what a player may send: strangers get no room here. */
export const bodyLimit = ({ access, bodyBytes }: Endpoint): number =>
  access === 'anyone' ? MAX_COMMAND_BYTES : (bodyBytes ?? SMALL_BODY);

/** For the front door: what a POST to this path may be long, null outside the console's API. */
export function consoleBodyLimit(path: string): number | null {
  if (!path.startsWith(`${OPERATOR_API_BASE}/`)) return null;
  const found = findEndpoint('POST', path.slice(OPERATOR_API_BASE.length));
  return found === null || found === 'OTHER_METHOD' ? null : bodyLimit(found.endpoint);
}
