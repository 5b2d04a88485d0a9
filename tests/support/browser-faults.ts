import type { Page } from 'playwright-core';

/** What a browser says about a failed request; the request itself is judged by its status, with its address. */
const TOLD_TWICE = /^Failed to load resource/;
const SOCKET_TROUBLE = /WebSocket connection to|ERR_CONNECTION|ERR_NETWORK|ERR_INTERNET/;
/** A page that is left, or a request its own script gave up. */
const GIVEN_UP = 'net::ERR_ABORTED';

type Expected = { readonly status: number; readonly path: string };

/** Everything that went wrong in a page: errors on its console, uncaught exceptions, requests without an answer or with a bad one. */
export class BrowserFaults {
  readonly #found: string[] = [];
  readonly #expected: Expected[] = [];
  #outage = false;

  constructor(page: Page) {
    page.on('console', (message) => {
      if (message.type() !== 'error' || TOLD_TWICE.test(message.text())) return;
      if (this.#outage && SOCKET_TROUBLE.test(message.text())) return;
      this.#found.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.#found.push(`uncaught: ${error.stack ?? error.message}`));
    page.on('requestfailed', (request) => {
      const reason = request.failure()?.errorText ?? 'unknown';
      if (this.#outage || reason === GIVEN_UP) return;
      this.#found.push(`request failed: ${reason} ${request.method()} ${request.url()}`);
    });
    page.on('response', (response) => {
      const status = response.status();
      const { pathname } = new URL(response.url());
      if (status < 400 || (this.#outage && status >= 500)) return;
      if (this.#expected.some((each) => each.status === status && each.path === pathname)) return;
      this.#found.push(`answered ${status}: ${response.request().method()} ${pathname}`);
    });
  }

  /** A refusal this test brings about on purpose. */
  expect(status: number, path: string): void {
    this.#expected.push({ status, path });
  }

  /** The server is away while `run` runs: requests and sockets fail, and that alone is no fault. */
  async duringOutage<T>(run: () => Promise<T>): Promise<T> {
    this.#outage = true;
    try {
      return await run();
    } finally {
      this.#outage = false;
    }
  }

  get list(): readonly string[] {
    return this.#found;
  }
}
