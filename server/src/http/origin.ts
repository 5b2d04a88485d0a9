/** Whether a browser page from `origin` may talk to us; `host` is the request's own Host header. */
export type OriginRule = (origin: string | null, host: string | null) => boolean;

/**
 * With a public URL, its origin alone. Without one (a first start, a local network) the page must come from where the request goes,
 * whatever name that has. No Origin at all: not a browser, so nobody else's cookies are at stake.
 */
export function originRule(publicUrl: string | undefined): OriginRule {
  return (origin, host) => {
    if (origin === null) return true;
    if (publicUrl !== undefined) return origin === publicUrl;
    return host !== null && URL.parse(origin)?.host === host.toLowerCase();
  };
}
