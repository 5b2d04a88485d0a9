import type { IncomingMessage } from 'node:http';

/** The headers of a Node request as the web's `Headers`. */
export function requestHeaders({ headers }: IncomingMessage): Headers {
  const result = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) result.append(name, one);
  }
  return result;
}
