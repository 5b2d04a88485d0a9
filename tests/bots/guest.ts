import type { Content } from '@bloomvale/shared/content/content';
import type { Hall, Me, Portfolio, Statement } from '@bloomvale/shared/protocol/views';

/** The server said no, or something that is not ours answered. */
export class GuestFault extends Error {
  override name = 'GuestFault';
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, path: string) {
    super(`${path} answered ${status} ${code}`);
    this.status = status;
    this.code = code;
  }
}

const TIMEOUT_MS = 15_000;

/** A guest account as a browser has it: a cookie, and what is read over HTTP with it. */
export class Guest {
  readonly url: string;
  readonly cookie: string;

  private constructor(url: string, cookie: string) {
    this.url = url;
    this.cookie = cookie;
  }

  /** @throws GuestFault, for instance 429 when this address made too many guests. */
  static async signIn(url: string): Promise<Guest> {
    const response = await fetch(`${url}/api/auth/sign-in/anonymous`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: '{}',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await refuseFaults(response, '/api/auth/sign-in/anonymous');
    await response.arrayBuffer();
    const cookie = response.headers.getSetCookie().map((line) => line.split(';')[0]);
    return new Guest(url, cookie.join('; '));
  }

  async get<T>(path: string): Promise<T> {
    const response = await fetch(`${this.url}${path}`, {
      headers: { cookie: this.cookie },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await refuseFaults(response, path);
    return (await response.json()) as T;
  }

  me = (): Promise<Me> => this.get('/api/me');
  hall = (): Promise<Hall> => this.get('/api/hall');
  portfolio = (): Promise<Portfolio> => this.get('/api/portfolio');
  statement = (before: number | null = null): Promise<Statement> =>
    this.get(`/api/statement${before === null ? '' : `?before=${before}`}`);
  content = (hash: string): Promise<Content> => this.get(`/content/${hash}.json`);
}

async function refuseFaults(response: Response, path: string): Promise<void> {
  if (response.ok) return;
  const body = (await response.json().catch(() => ({}))) as { code?: unknown };
  throw new GuestFault(response.status, typeof body.code === 'string' ? body.code : 'UNKNOWN', path);
}
