import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { Json } from '@bloomvale/shared/catalogue/catalogue-diff';
import { changesOnto } from '@bloomvale/shared/catalogue/changes-onto';
import { OPERATOR_API_BASE } from '@bloomvale/shared/operator/api';
import type { DraftView } from '@bloomvale/shared/operator/catalogue-api';
import { ROOT } from '../bots/server-process.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
};
const WHO = { id: 'ada', name: 'Ada Moreau' };
const NOW = Date.UTC(2026, 10, 22, 14, 32, 7);

/**
 * The built console before an API that holds one draft in memory: enough of it to measure and to look at the editing of a catalogue of any
 * size, whatever the game's server does meanwhile. Anything else of the API is refused.
 */
export class FakeOperatorApi {
  readonly live: Json;
  content: Json;
  draft: DraftView;
  #server: Server;

  constructor(live: Json, content: Json = live) {
    this.live = live;
    this.content = content;
    this.draft = {
      id: 'draft-42',
      number: 42,
      title: 'Autumn',
      base: 41,
      current: true,
      revision: 1,
      state: 'open',
      changes: 5,
      createdBy: WHO,
      createdAt: NOW,
      updatedBy: WHO,
      updatedAt: NOW,
      publishedAs: null,
    };
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  /** @returns the origin it answers at */
  async start(port = 0): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (!pathname.startsWith(OPERATOR_API_BASE)) return file(pathname, response);
    const path = pathname.slice(OPERATOR_API_BASE.length);
    const answer = this.#api(path, request.method === 'POST' ? await body(request) : null);
    const refused = typeof answer === 'object' && answer !== null && 'code' in answer;
    response.writeHead(refused ? 400 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  }

  #api(path: string, sent: unknown): unknown {
    const version = { number: 41, hash: 'x', at: NOW, author: WHO, note: '', origin: 'seed', parent: null, live: true };
    switch (path) {
      case '/me':
        return {
          operator: { ...WHO, email: 'ada@example.org', role: 'editor', enrolled: true },
          sessionId: 's',
          liveVersion: 41,
          now: NOW,
        };
      case '/catalogue/drafts':
        return { drafts: [this.draft] };
      case '/catalogue/versions/41':
        return { version, content: this.live };
      case '/catalogue/drafts/draft-42':
        return { draft: this.draft, content: this.content };
      case '/catalogue/drafts/draft-42/changes':
        return this.#save(sent as { changes: never });
      default:
        return { code: 'NOT_FOUND' };
    }
  }

  #save({ changes }: { changes: never }): unknown {
    const { next, applied, conflicts } = changesOnto(this.content, changes);
    if (conflicts.length > 0) {
      return { code: 'DRAFT_CONFLICT', detail: { conflicts: conflicts.map(({ mine, theirs }) => ({ mine, theirs })) } };
    }
    this.content = next;
    this.draft = { ...this.draft, revision: this.draft.revision + 1, changes: this.draft.changes + applied.length };
    return { draft: this.draft, merged: false };
  }
}

async function body(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return JSON.parse(text);
}

function file(pathname: string, response: ServerResponse): void {
  const name = pathname === '/' || pathname.startsWith('/operator') ? 'operator.html' : pathname.slice(1);
  try {
    const data = readFileSync(join(process.env.CONSOLE_DIST ?? join(ROOT, 'client/dist'), name));
    response.writeHead(200, { 'content-type': TYPES[extname(name)] ?? 'application/octet-stream' }).end(data);
  } catch {
    response.writeHead(404).end();
  }
}
