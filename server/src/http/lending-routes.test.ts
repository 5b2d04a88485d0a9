import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Accounts, Session } from '../accounts/accounts.ts';
import { type TestGame, testGame } from '../testing/test-game.ts';
import { HttpRefusal, sendRefusal } from './http-refusal.ts';
import { lendingRoutes } from './lending-routes.ts';

let world: TestGame;
let url: string;
let close: () => void;
let loanId: string;

beforeAll(async () => {
  world = await testGame();
  await world.newcomer('ann');
  loanId = (await world.game.hall('ann'))?.loans.find(({ starter }) => !starter)?.id ?? '';
  await world.run('ann', 'loan.lend', { loanId, amount: 2_500 });
  const accounts = {
    session: async (headers: Headers) =>
      headers.get('cookie') === 'ann'
        ? ({ playerId: 'ann' } as Session)
        : headers.get('cookie')
          ? ({ playerId: 'nobody' } as Session)
          : null,
  } as unknown as Accounts;
  const app = express();
  app.set('query parser', 'simple');
  app.use('/api', lendingRoutes({ accounts, game: world.game }));
  app.use((fault: unknown, _request: express.Request, response: express.Response, _next: express.NextFunction) => {
    if (fault instanceof HttpRefusal) sendRefusal(response, fault.status, fault.code);
    else sendRefusal(response, 500, 'INTERNAL');
  });
  const server = app.listen(0, '127.0.0.1');
  await new Promise((ready) => server.once('listening', ready));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
  close = () => server.close();
});
afterAll(() => close());

const get = (path: string, cookie: string | null = 'ann') =>
  fetch(url + path, cookie === null ? {} : { headers: { cookie } });
const refusal = async (path: string, cookie?: string | null): Promise<readonly [number, string]> => {
  const response = await get(path, cookie);
  return [response.status, ((await response.json()) as { code: string }).code];
};

const PATHS = [
  '/portfolio/report',
  '/portfolio/loans.csv',
  '/hall/index',
  '/lending/news',
  '/lending/world',
  '/lending/model',
  '/lending/published',
  '/lending/region-keys/ke',
];

describe('the Lending Hall’s pages are refused', () => {
  it('to nobody, by name', async () => {
    for (const path of [...PATHS, `/loans/${loanId}/replay`, `/loans/${loanId}/forgiveness?amount=1`]) {
      expect(await refusal(path, null), path).toEqual([401, 'SIGN_IN']);
    }
  });

  it('to an account that never entered', async () => {
    for (const path of [
      '/portfolio/report',
      '/portfolio/loans.csv',
      '/hall/index',
      '/lending/news',
      '/lending/world',
    ]) {
      expect(await refusal(path, 'somebody'), path).toEqual([404, 'UNKNOWN_PLAYER']);
    }
  });

  it('for loans there are not, and addresses that cannot be', async () => {
    expect(await refusal('/loans/no-such-loan/replay')).toEqual([404, 'LEND_UNKNOWN']);
    expect(await refusal('/loans/no-such-loan/forgiveness?amount=1')).toEqual([404, 'LEND_UNKNOWN']);
    expect(await refusal('/loans/A!/replay')).toEqual([400, 'BAD_SHAPE']);
    expect(await refusal(`/loans/${loanId}/forgiveness`)).toEqual([400, 'BAD_SHAPE']);
    expect(await refusal(`/loans/${loanId}/forgiveness?amount=-5`)).toEqual([400, 'BAD_SHAPE']);
    expect(await refusal(`/loans/${loanId}/forgiveness?amount=1e9`)).toEqual([400, 'BAD_SHAPE']);
    expect(await refusal('/portfolio/loans.csv?lang=xx')).toEqual([400, 'BAD_SHAPE']);
    expect(await refusal('/portfolio/loans.csv?state=rich')).toEqual([400, 'BAD_SHAPE']);
    expect(await refusal('/portfolio/loans.csv?country=Kenya')).toEqual([400, 'BAD_SHAPE']);
    expect(await refusal('/lending/news?before=now')).toEqual([400, 'BAD_SHAPE']);
    expect(await refusal('/lending/region-keys/KE')).toEqual([400, 'BAD_SHAPE']);
    expect(await refusal('/lending/region-keys/zz')).toEqual([404, 'NOT_FOUND']);
  });

  it('for what is not ready, and what may not be', async () => {
    expect(await refusal(`/loans/${loanId}/replay`)).toEqual([409, 'REPLAY_NOT_YET']);
    expect(await refusal(`/loans/${loanId}/forgiveness?amount=100`)).toEqual([409, 'FORGIVE_CLOSED']);
  });
});

describe('the Lending Hall’s pages', () => {
  it('answer JSON that nobody keeps', async () => {
    for (const path of PATHS.filter((one) => !one.endsWith('.csv'))) {
      const response = await get(path);
      expect(response.status, path).toBe(200);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(typeof (await response.json())).toBe('object');
    }
  });

  it('give the table as a file of the reader’s language', async () => {
    const response = await get('/portfolio/loans.csv?lang=fr&state=raising');
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="?bloomvale-prets-\d{4}-\d\d-\d\d\.csv"?$/,
    );
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes).trimEnd().split('\r\n')).toHaveLength(2);
  });

  it('list the open loans as columns', async () => {
    const { decodeHallIndex } = await import('@bloomvale/shared/lending/hall-index-wire');
    const index = decodeHallIndex(await (await get('/hall/index')).json());
    const hall = await world.game.hall('ann');
    expect(index.ok && index.value.count).toBe(hall?.loans.length);
  });
});
