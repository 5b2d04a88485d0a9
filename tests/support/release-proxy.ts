import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { Duplex } from 'node:stream';
import { freePort } from '../bots/free-port.ts';
import { ROOT } from '../bots/server-process.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};
/** What a release carries in its name: pages, worker and code. Pictures come from the server behind. */
const RELEASED = /^\/($|index\.html$|sw\.js$|offline\.html$|assets\/)/;

/**
 * Stands before the game server as a release does: first it serves a former build, whose chunks have other names, then the one that was
 * built. It can be taken away, as a network can.
 */
export class ReleaseProxy {
  readonly url: string;
  readonly #port: number;
  readonly #behind: number;
  readonly #former: string;
  #isFormer = true;
  #server: Server | null = null;

  private constructor(port: number, behind: number, former: string) {
    this.url = `http://127.0.0.1:${port}`;
    this.#port = port;
    this.#behind = behind;
    this.#former = former;
  }

  /** `chunk`: the beginning of the name of a chunk that is asked for late; the former build has it under `formerName`. */
  static async start(behindUrl: string, chunk: string): Promise<{ proxy: ReleaseProxy; formerName: string }> {
    const folder = mkdtempSync(join(tmpdir(), 'bloomvale-release-'));
    const formerName = makeFormer(folder, chunk);
    const proxy = new ReleaseProxy(await freePort(), Number(new URL(behindUrl).port), folder);
    await proxy.open();
    return { proxy, formerName };
  }

  /** From now on the build that is in client/dist. */
  update(): void {
    this.#isFormer = false;
  }

  open(): Promise<void> {
    const server = createServer((asked, answer) => this.#answer(asked, answer));
    server.on('upgrade', (asked, socket, head) => this.#tunnel(asked, socket, head));
    this.#server = server;
    return new Promise((done) => server.listen(this.#port, '127.0.0.1', done));
  }

  /** The network is gone: open connections too. */
  async close(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (server === null) return;
    const closed = new Promise((done) => server.close(done));
    server.closeAllConnections();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  async dispose(): Promise<void> {
    await this.close();
    rmSync(this.#former, { recursive: true, force: true });
  }

  readonly #sockets = new Set<Duplex>();

  #answer(asked: IncomingMessage, answer: ServerResponse): void {
    const path = new URL(asked.url ?? '/', this.url).pathname;
    if (this.#isFormer && RELEASED.test(path)) {
      this.#file(path === '/' ? '/index.html' : path, answer);
      return;
    }
    const { method, headers } = asked;
    const behind = request({ port: this.#behind, host: '127.0.0.1', path: asked.url, method, headers }, (reply) => {
      answer.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(answer);
    });
    behind.on('error', () => answer.destroy());
    asked.pipe(behind);
  }

  /** With the policy and the caching of the server: a former page is asked for again, a former chunk is kept for ever. */
  #file(path: string, answer: ServerResponse): void {
    const file = join(this.#former, path);
    if (!existsSync(file)) {
      answer.writeHead(404).end();
      return;
    }
    const caching = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
    answer.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'text/plain', 'cache-control': caching });
    answer.end(readFileSync(file));
  }

  #tunnel(asked: IncomingMessage, socket: Duplex, head: Buffer): void {
    const behind = connect(this.#behind, '127.0.0.1', () => {
      const lines = asked.rawHeaders.flatMap((name, i, all) => (i % 2 === 0 ? [`${name}: ${all[i + 1]}`] : []));
      behind.write(`${asked.method} ${asked.url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
      behind.write(head);
      socket.pipe(behind).pipe(socket);
    });
    for (const end of [socket, behind]) {
      this.#sockets.add(end);
      end.on('error', () => undefined);
      end.on('close', () => {
        this.#sockets.delete(end);
        (end === socket ? behind : socket).destroy();
      });
    }
  }
}

/** The former build: one chunk under another name, a mark on the page, and a worker that kept its offline page under another one. */
function makeFormer(folder: string, chunk: string): string {
  const dist = join(ROOT, 'client/dist');
  for (const name of ['index.html', 'sw.js', 'offline.html', 'assets']) {
    cpSync(join(dist, name), join(folder, name), { recursive: true });
  }
  const assets = join(folder, 'assets');
  const name = readdirSync(assets).find((file) => file.startsWith(chunk) && file.endsWith('.js'));
  if (name === undefined) throw new Error(`the build has no chunk ${chunk}`);
  const formerName = `${chunk}-FORMER00.js`;
  renameSync(join(assets, name), join(assets, formerName));
  for (const file of readdirSync(assets).filter((each) => each.endsWith('.js'))) {
    replaceIn(join(assets, file), name, formerName);
  }
  replaceIn(join(folder, 'index.html'), '<title>', '<meta name="release" content="former" /><title>');
  replaceIn(join(folder, 'sw.js'), 'bloomvale-offline-', 'bloomvale-offline-former-');
  return formerName;
}

function replaceIn(file: string, from: string, to: string): void {
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll(from, to));
}
