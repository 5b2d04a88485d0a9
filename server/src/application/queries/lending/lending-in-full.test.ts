import { verifyReplay } from '@bloomvale/shared/lending/replay';
import { whyLate } from '@bloomvale/shared/lending/why-late';
import { NEWS_KINDS } from '@bloomvale/shared/protocol/lending-views';
import { beforeAll, describe, expect, it } from 'vitest';
import { fromTransfers, type LatePage, LENDERS, lendingWorld } from '../../../testing/lending-world.ts';
import type { TestGame } from '../../../testing/test-game.ts';
import type { ContributionRow, LoanRow } from '../../store/rows.ts';

let world: TestGame;
let loans: readonly LoanRow[];
let contributions: readonly ContributionRow[];
let latePages: readonly LatePage[];

beforeAll(async () => {
  ({ world, loans, contributions, latePages } = await lendingWorld());
}, 240_000);

describe('a world of lending', () => {
  it('breaks no invariant, stumbles over nothing and saw everything', () => {
    expect(world.violations()).toEqual([]);
    expect(world.log.filter(({ level }) => level === 'error')).toEqual([]);
    expect(contributions.some(({ amount }) => amount === 0)).toBe(true);
    expect(contributions.some(({ forgiven }) => forgiven > 0)).toBe(true);
    expect(contributions.some(({ recovered }) => recovered > 0)).toBe(true);
    expect(contributions.some(({ playerId, lendId }) => playerId === 'gus' && lendId.startsWith('auto:'))).toBe(true);
  });
});

describe('the portfolio', () => {
  it('can be recomputed from the ledger’s transfers alone, to the unit, for every player', async () => {
    for (const player of LENDERS) {
      const report = await world.game.lending.report(player);
      expect(report?.sums, player).toMatchObject(fromTransfers(world, player));
      expect(report?.sums.lent).toBeGreaterThan(0);
    }
  });

  it('adds up: what was lent is repaid, recovered, refunded, forgiven, raising, out or lost', async () => {
    for (const player of LENDERS) {
      const { sums, bySector, byCountry, byPartner } = (await world.game.lending.report(player)) ?? {};
      if (sums === undefined) throw new Error('no report');
      const { repaid, recovered, refunded, forgiven, raising, outstanding, lost } = sums;
      expect(repaid + recovered + refunded + forgiven + raising + outstanding + lost).toBe(sums.lent);
      for (const shares of [bySector, byCountry, byPartner]) {
        expect(shares?.reduce((sum, { lent }) => sum + lent, 0)).toBe(sums.lent);
        expect(shares?.reduce((sum, share) => sum + share.lost, 0)).toBe(sums.lost);
      }
      expect(sums.reLent).toBeLessThanOrEqual(sums.lent);
    }
  });

  it('says what it says again after a restart of its memory', async () => {
    for (const player of LENDERS) {
      const { LenderHistories } = await import('./lender-histories.ts');
      const fresh = await new LenderHistories(world.parts.store.reader).of(player);
      const report = await world.game.lending.report(player);
      expect(report?.sums.reLent).toBe(fresh.reLent);
      const back = [...fresh.backByMonth.values()].reduce((sum, one) => sum + one, 0);
      expect(back).toBeGreaterThan(0);
    }
  });

  it('stands beside the average of all lenders, which is their mean', async () => {
    const reports = await Promise.all(LENDERS.map((player) => world.game.lending.report(player)));
    const average = reports[0]?.average;
    expect(average?.players).toBe(LENDERS.length);
    const lent = reports.reduce((sum, report) => sum + (report?.sums.lent ?? 0), 0);
    expect(average?.sums.lent).toBe(Math.round(lent / LENDERS.length));
  });

  it('judges forecasts once twenty loans are over, within what chance explains', async () => {
    const report = await world.game.lending.report('ann');
    const { village, mine } = report?.calibration ?? {};
    expect(village?.closed).toBeGreaterThan(20);
    expect(village?.bins?.reduce((sum, { loans: n }) => sum + n, 0)).toBe(village?.closed);
    for (const bin of village?.bins ?? []) {
      expect(bin.lowPpm).toBeLessThanOrEqual(bin.highPpm);
      expect(bin.forecastPpm).toBeGreaterThanOrEqual(bin.fromPpm);
      expect(bin.forecastPpm).toBeLessThanOrEqual(bin.toPpm);
    }
    expect((mine?.bins === null) === (mine?.closed ?? 0) < 20).toBe(true);
  });

  it('keeps something of every loan that failed', async () => {
    const failed = contributions.filter(({ playerId, loanId, amount }) => {
      const state = loans.find(({ id }) => id === loanId)?.state;
      return playerId === 'ann' && amount > 0 && (state === 'defaulted' || state === 'ended_with_loss');
    });
    const report = await world.game.lending.report('ann');
    expect(report?.keepsakes.map(({ loanId }) => loanId).sort()).toEqual(failed.map(({ loanId }) => loanId).sort());
  });
});

describe('pages of loans', () => {
  it('tell every instalment, before and after reschedules and forgiveness, to the unit', async () => {
    const seen = { rescheduled: 0, forgiven: 0, defaulted: 0, mine: 0 };
    for (const loan of loans.filter(({ disbursedAt, starter }) => disbursedAt !== null && starter === 0)) {
      const page = await world.game.loan('ann', loan.id);
      if (page === null) throw new Error(`${loan.id} has no page`);
      const paid = page.instalmentRows.filter(({ actualAt }) => actualAt !== null);
      expect(paid.reduce((sum, { actual }) => sum + actual, 0)).toBe(loan.repaid + loan.fxLoss);
      expect(page.instalmentRows.map(({ n }) => n)).toEqual(page.instalmentRows.map((_, i) => i + 1));
      if (loan.recovered === 0 && page.share !== null) {
        expect(page.instalmentRows.reduce((sum, row) => sum + row.mine, 0)).toBe(page.share.received);
        seen.mine++;
      }
      if (loan.rescheduledCount > 0) seen.rescheduled++;
      if (loan.forgiven > 0) seen.forgiven++;
      if (loan.state === 'defaulted') {
        seen.defaulted++;
        expect(page.ending).toMatchObject({ kind: 'defaulted', lost: expect.any(Number) });
        expect(page.instalmentRows.some(({ status }) => status === 'lost')).toBe(true);
        expect(page.recovery?.triesLeft).toBeGreaterThanOrEqual(0);
      }
    }
    for (const [kind, count] of Object.entries(seen)) expect(count, kind).toBeGreaterThan(0);
  });

  it('explain why somebody is late with the chance that was drawn against', async () => {
    expect(latePages).not.toEqual([]);
    for (const { whyLate: why, instalmentRows, odds } of latePages) {
      if (why === null) throw new Error('only late pages were kept');
      const { basePpm, rhoPpm, factor, parts, hPpm, n } = why;
      expect(whyLate({ basePpm, rhoPpm, factor, parts }).at(-1)?.ppm).toBe(hPpm);
      expect(instalmentRows[n - 1]?.status).toMatch(/late|repaid_late/);
      expect(odds?.missed).toBeGreaterThan(0);
    }
  });
});

describe('replay files', () => {
  it('of every loan that is over check out against what was published, and against the ledger', async () => {
    const published = await world.game.lending.published('ann');
    const seasonRoots = published?.seasons.map(({ regionRoot }) => regionRoot) ?? [];
    let verified = 0;
    let later = 0;
    for (const loan of loans) {
      const page = await world.game.loan('ann', loan.id);
      const file = await world.game.lending.replay(loan.id);
      if (!file?.ok) {
        expect(page?.replay.available).toBe(false);
        later++;
        continue;
      }
      expect(page?.replay.available).toBe(true);
      const report = verifyReplay(JSON.parse(JSON.stringify(file.value)), { commitment: loan.commitment, seasonRoots });
      expect(report.ok ? 'verified' : `${loan.id}: ${report.error.field} ${report.error.message}`).toBe('verified');
      verified++;
    }
    expect(verified).toBeGreaterThan(60);
    expect(later).toBeGreaterThan(0);
  }, 120_000);

  it('of a loan that runs are refused by name, and of one that never began', async () => {
    const running = loans.find(({ state }) => state === 'in_repayment' || state === 'fundraising');
    const expired = loans.find(({ state }) => state === 'expired');
    expect(await world.game.lending.replay(running?.id ?? '')).toEqual({ ok: false, error: 'REPLAY_NOT_YET' });
    expect(await world.game.lending.replay(expired?.id ?? '')).toEqual({ ok: false, error: 'REPLAY_NEVER' });
    expect(await world.game.lending.replay('no-such-loan')).toBeNull();
  });

  it('with any one field altered are refused, and the field is named', async () => {
    const loan = loans.find(({ state, rescheduledCount }) => state === 'ended' && rescheduledCount > 0);
    const file = await world.game.lending.replay(loan?.id ?? '');
    if (!file?.ok) throw new Error('no file');
    const seasonRoots = (await world.game.lending.published('ann'))?.seasons.map(({ regionRoot }) => regionRoot) ?? [];
    const whole = JSON.parse(JSON.stringify(file.value));
    const fields = [...leaves(whole)];
    expect(fields.length).toBeGreaterThan(200);
    for (let i = 0; i < fields.length; i += 7) {
      const path = fields[i] as readonly (string | number)[];
      const altered = JSON.parse(JSON.stringify(whole));
      alter(altered, path);
      const report = verifyReplay(altered, { commitment: loan?.commitment ?? '', seasonRoots });
      expect(report.ok, path.join('.')).toBe(false);
      if (!report.ok) expect(report.error.message.length).toBeGreaterThan(0);
    }
  }, 120_000);
});

/** Paths to every number, text and flag of a file. */
function* leaves(value: unknown, path: readonly (string | number)[] = []): Generator<readonly (string | number)[]> {
  if (typeof value !== 'object' || value === null) {
    yield path;
    return;
  }
  for (const [key, item] of Object.entries(value))
    yield* leaves(item, [...path, Array.isArray(value) ? Number(key) : key]);
}

function alter(root: unknown, path: readonly (string | number)[]): void {
  let at = root as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
  const last = path.at(-1) as string | number;
  const value = at[last];
  if (typeof value === 'number') at[last] = value + 1;
  else if (typeof value === 'string') at[last] = value.startsWith('0') ? `1${value.slice(1)}` : `0${value.slice(1)}`;
  else at[last] = value === null ? 1 : !value;
}

describe('the list of news', () => {
  it('goes back page by page without a gap, newest first', async () => {
    const ids: number[] = [];
    let before: number | null = null;
    do {
      const page = await world.game.lending.news('ann', before);
      if (page === null) throw new Error('no news');
      ids.push(...page.lines.map(({ id }) => id));
      for (const line of page.lines) {
        expect(NEWS_KINDS).toContain(line.kind);
        expect(line.lent || line.followed).toBe(true);
        expect(line.data).not.toHaveProperty('contribution');
      }
      before = page.before;
    } while (before !== null);
    expect(ids.length).toBeGreaterThan(50);
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => b - a));
  });
});

describe('the table for spreadsheets', () => {
  /** Our own files: separators also stand inside quotes, line ends do not. */
  const cells = (text: string, separator: string): string[][] =>
    text
      .slice(1)
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(new RegExp(`${separator}(?=(?:[^"]*"[^"]*")*[^"]*$)`)));

  it('holds the player’s loans and their sums, in both languages', async () => {
    const every = { state: 'all', sector: null, country: null, partner: null } as const;
    const english = (await world.game.lending.csv('ann', every, 'en')) ?? '';
    const french = (await world.game.lending.csv('ann', every, 'fr')) ?? '';
    const report = await world.game.lending.report('ann');
    expect(english.charCodeAt(0)).toBe(0xfeff);
    const [header = [], ...rows] = cells(english, ',');
    const column = header.indexOf('Lent (coins)');
    const sum = rows.reduce((total, row) => total + Math.round(Number(row[column]) * 100), 0);
    expect(sum).toBe(report?.sums.lent);
    const [, first = []] = cells(french, ';');
    expect(first[column]).toMatch(/^\d+,\d\d$/);
  });

  it('keeps to the list’s filters', async () => {
    const filter = { sector: null, country: null, partner: null } as const;
    const lost = (await world.game.lending.csv('ann', { ...filter, state: 'lost' }, 'en')) ?? '';
    const count = contributions.filter(({ playerId, lost: gone }) => playerId === 'ann' && gone > 0).length;
    expect(cells(lost, ',')).toHaveLength(count + 1);
  });
});

describe('what anybody may know', () => {
  it('tells keys of regions only when their month is over, with proofs', async () => {
    const view = await world.game.lending.regionKeys('ke', 0);
    expect(view?.keys.length).toBe(24);
    const last = await world.game.lending.regionKeys('ke', (view?.secretFrom ?? 0) - 1);
    expect(last?.keys.map(({ period }) => period)).toEqual([(view?.secretFrom ?? 0) - 1]);
    expect(await world.game.lending.regionKeys('zz', 0)).toBeNull();
  });

  it('tells a loan’s key only once it is over', async () => {
    const view = await world.game.lending.published('ann');
    const open = new Set(loans.filter(({ closedAt }) => closedAt === null).map(({ id }) => id));
    for (const loan of view?.loans ?? []) expect(loan.key === null, loan.id).toBe(open.has(loan.id));
    expect(view?.seasons.every(({ commitment }) => /^[0-9a-f]{64}$/.test(commitment))).toBe(true);
  });

  it('lights the countries that were funded, and counts the player’s own', async () => {
    const view = await world.game.lending.world('ann');
    const lit = view?.countries.filter(({ funded }) => funded > 0) ?? [];
    expect(lit.length).toBeGreaterThan(10);
    for (const { mine, funded } of view?.countries ?? []) expect(mine).toBeLessThanOrEqual(funded);
  });

  it('shows the model with the figures that are in force', () => {
    const model = world.game.lending.model();
    expect(model.chains.length).toBeGreaterThan(5);
    for (const chain of model.chains) {
      const grade = model.grades.find(({ grade: one }) => one === chain.grade);
      expect(Math.abs(chain.expectedLossPpm - (grade?.expectedLossPpm ?? 0))).toBeLessThan(1_000);
    }
  });
});
