import { spawnSync } from 'node:child_process';
import { CSRF_HEADER, type EndpointName, OPERATOR_API, OPERATOR_API_BASE } from '@bloomvale/shared/operator/api';
import type { Endpoint } from '@bloomvale/shared/operator/endpoint';
import type { Browser, Locator } from 'playwright-core';
import { ROOT } from '../bots/server-process.ts';
import { type Locale, openPlayer, type Player, type Size } from './browser.ts';
import type { BrowserServer } from './browser-server.ts';
import { consoleWords } from './browser-words.ts';
import { totpCode } from './totp.ts';

const CLI = 'server/src/ops/operator-cli.ts';
const PASSWORD = 'four quiet words of mine';
const ME = '/operator/api/me';
const SIGN_IN = '/operator/api/sign-in';

export type OperatorOptions = {
  readonly email: string;
  readonly name: string;
  readonly role?: 'viewer' | 'editor' | 'publisher';
  readonly size?: Size;
  readonly locale?: Locale;
};

/** `npm run operator:create`, while the server runs: the token of a one-time link. */
function inviteToken(server: BrowserServer, { email, role = 'publisher' }: OperatorOptions): string {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [CLI, '--data', server.dataDir, '--email', email, '--role', role],
    { cwd: ROOT, encoding: 'utf8' },
  );
  const token = /#\/redeem\/([\w-]+)\s*$/.exec(stdout)?.[1];
  if (status !== 0 || token === undefined) throw new Error(`operator:create ended with ${status}: ${stderr}`);
  return token;
}

/** Somebody at the operators' console, and what their authenticator knows. */
export class Operator {
  readonly player: Player;
  readonly #email: string;
  #secret = '';

  private constructor(player: Player, email: string) {
    this.player = player;
    this.#email = email;
  }

  /** Made on the command line, redeemed and with a second factor set up in the browser: signed in. */
  static async join(browser: Browser, server: BrowserServer, options: OperatorOptions): Promise<Operator> {
    const { size = 'desktop', locale = 'en', email, name } = options;
    const token = inviteToken(server, options);
    const player = await openPlayer(browser, server.url, { size, locale, path: '/robots.txt' });
    const operator = new Operator(player, email);
    player.faults.expect(401, ME);
    await player.page.goto(`/operator#/redeem/${token}`);
    await operator.#redeem(name);
    await operator.#enrol();
    return operator;
  }

  async #redeem(name: string): Promise<void> {
    await this.field('redeem.name').fill(name);
    await this.field('redeem.password').fill(PASSWORD);
    await this.field('redeem.again').fill(PASSWORD);
    await this.button('redeem.act').click();
  }

  async #enrol(): Promise<void> {
    // The form before this one has a password too.
    await this.player.page.getByRole('heading', { name: this.words('enrol.title') }).waitFor();
    await this.field('signIn.password').fill(PASSWORD);
    await this.button('enrol.begin').click();
    this.#secret = ((await this.player.page.locator('.op-secret').textContent()) ?? '').replaceAll(/\s/g, '');
    await this.field('enrol.code').fill(this.code());
    await this.button('enrol.confirm').click();
    await this.inside();
  }

  /** What the authenticator shows now. */
  code(): string {
    return totpCode(`otpauth://totp/console?secret=${this.#secret}`);
  }

  async signOut(): Promise<void> {
    this.player.faults.expect(401, ME);
    await this.button('shell.signOut').click();
    await this.field('signIn.email').waitFor();
  }

  /** Password first, then the code that is asked for. */
  async signIn(): Promise<void> {
    this.player.faults.expect(401, SIGN_IN);
    await this.field('signIn.email').fill(this.#email);
    await this.field('signIn.password').fill(PASSWORD);
    await this.button('signIn.act').click();
    await this.field('signIn.code').fill(this.code());
    await this.button('signIn.act').click();
    await this.inside();
  }

  async inside(): Promise<void> {
    await this.player.page.getByRole('navigation', { name: this.words('shell.nav') }).waitFor();
    // The page of it is a chunk of its own.
    await this.player.page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
  }

  words(key: string, values = {}): RegExp {
    return consoleWords(this.player.locale, key, values);
  }
  button(key: string, values = {}): Locator {
    return this.player.page.getByRole('button', { name: this.words(key, values) });
  }
  field(key: string, values = {}): Locator {
    return this.player.page.getByLabel(this.words(key, values));
  }
  /** The button of the open dialog: its page has one of the same name. */
  dialogButton(key: string, values = {}): Locator {
    return this.player.page.getByRole('dialog').getByRole('button', { name: this.words(key, values) });
  }

  /** `#/draft/d1`, with the heading of that page in sight. */
  async open(hash: string, heading: RegExp): Promise<void> {
    await this.player.page.evaluate((to) => {
      location.hash = to;
    }, hash);
    await this.player.page.getByRole('heading', { level: 1, name: heading }).waitFor();
  }

  /** A request of the console's API by this person's session: what a test sets up without pressing its way there. */
  async ask<A>(name: EndpointName, params: Readonly<Record<string, string>> = {}, body: unknown = {}): Promise<A> {
    const { method, path }: Endpoint = OPERATOR_API[name];
    const address = path.replaceAll(/:(\w+)/g, (_, key: string) => params[key] ?? '');
    const answer = await this.player.page.request.fetch(`${OPERATOR_API_BASE}${address}`, {
      method,
      headers: { [CSRF_HEADER]: '1' },
      ...(method === 'POST' ? { data: body } : {}),
    });
    if (!answer.ok()) throw new Error(`${name}: ${answer.status()} ${await answer.text()}`);
    return (await answer.json()) as A;
  }

  close(): Promise<void> {
    return this.player.close();
  }
}
