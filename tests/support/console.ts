import { loadCatalogue } from '@bloomvale/assets/load-catalogue';
import { createGame } from '@bloomvale/server/application/game';
import type { Config } from '@bloomvale/server/config/env';
import { CatalogueChecker } from '@bloomvale/server/ops/catalogue-checker';
import { openSqliteStore } from '@bloomvale/server/persistence/sqlite-store';
import { testFolder } from '@bloomvale/server/testing/test-game';
import { CSRF_HEADER, type EndpointName, OPERATOR_API, OPERATOR_API_BASE } from '@bloomvale/shared/operator/api';
import type { Endpoint, Scope } from '@bloomvale/shared/operator/endpoint';
import type { OperatorRole } from '@bloomvale/shared/operator/operator-roles';
import { cookieOf, openEdgeOf } from './edge.ts';
import { totpCode } from './totp.ts';

/** The whole edge over a real game with a store on disk: one a test file. */
export async function openConsoleEdge(overrides: Partial<Config> = {}) {
  const store = testFolder();
  const content = loadCatalogue();
  const game = await createGame({
    store: openSqliteStore(store.path, Date.now()),
    content,
    check: new CatalogueChecker(content).check,
    masterSecret: '5a'.repeat(32),
    monthSeconds: 14_400,
    timeScale: 1,
  });
  const edge = await openEdgeOf(game, overrides);
  await game.start();
  const close = async () => {
    await edge.close();
    await game.stop();
    store.remove();
  };
  return { ...edge, close };
}
export type ConsoleEdge = Awaited<ReturnType<typeof openConsoleEdge>>;

export type Ask = {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Instead of a JSON body. */
  readonly bytes?: Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
};

export function pathOf(name: EndpointName, { params = {}, query = {} }: Ask): string {
  const path = OPERATOR_API[name].path.replaceAll(/:(\w+)/g, (_, key: string) =>
    encodeURIComponent(params[key] ?? 'x'),
  );
  const search = new URLSearchParams(query).toString();
  return `${OPERATOR_API_BASE}${path}${search === '' ? '' : `?${search}`}`;
}

/** A request of the console's API; POSTs carry the header that keeps other sites' pages out, unless `headers` says otherwise. */
export function ask(edge: { readonly url: string }, name: EndpointName, request: Ask = {}): Promise<Response> {
  const { method }: Endpoint = OPERATOR_API[name];
  const { body = {}, bytes, headers = {} } = request;
  const own: Record<string, string> =
    method === 'GET'
      ? {}
      : { [CSRF_HEADER]: '1', 'content-type': bytes === undefined ? 'application/json' : 'application/octet-stream' };
  return fetch(edge.url + pathOf(name, request), {
    method,
    headers: { ...own, ...headers },
    ...(method === 'GET' ? {} : { body: bytes ?? JSON.stringify(body) }),
  });
}

export const PASSWORD = 'a garden of forking paths';
let people = 0;

/** Somebody with an account in a role, signed in; with TOTP set up unless `enrol` is false. Everything over HTTP but the invitation. */
export async function operator(edge: ConsoleEdge, role: OperatorRole, enrol = true) {
  people += 1;
  const email = `person-${people}@example.org`;
  const invited = await edge.accounts.operators.invite('system', email, role);
  if (!invited.ok) throw new Error(`not invited: ${invited.error.code}`);
  const made = await ask(edge, 'redeem', {
    body: { token: invited.value.token, name: `Person ${people}`, password: PASSWORD },
  });
  const { id } = (await made.json()) as { id: string };
  const signedIn = await ask(edge, 'signIn', { body: { email, password: PASSWORD, code: null } });
  const person = { id, email, role, cookie: cookieOf(signedIn), uri: '', backupCodes: [] as string[] };
  if (!enrol) return person;
  const begun = await ask(edge, 'beginTotp', { headers: { cookie: person.cookie }, body: { password: PASSWORD } });
  Object.assign(person, await begun.json());
  const confirmed = await ask(edge, 'confirmTotp', {
    headers: { cookie: person.cookie },
    body: { code: totpCode(person.uri) },
  });
  if (confirmed.status !== 200) throw new Error(`not enrolled: ${await confirmed.text()}`);
  // A session that has proven more is another session.
  return { ...person, cookie: cookieOf(confirmed) };
}
export type Person = Awaited<ReturnType<typeof operator>>;

/** An API token of somebody; the header that carries it. */
export async function token(edge: ConsoleEdge, person: Person, scopes: readonly Scope[]) {
  const made = await ask(edge, 'makeToken', {
    headers: { cookie: person.cookie },
    body: { name: 'a program', scopes, days: 1 },
  });
  const { token, secret } = (await made.json()) as { token: { id: string }; secret: string };
  return { id: token.id, headers: { authorization: `Bearer ${secret}` } };
}

export const answerOf = async (response: Response) => ({
  status: response.status,
  body: (await response.json()) as Record<string, unknown>,
});
