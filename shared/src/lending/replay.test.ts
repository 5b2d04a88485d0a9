import { describe, expect, it } from 'vitest';
import { commitment, loanKey, regionKey, sha256Text } from '../random/keys.ts';
import { MerkleTree, regionLeaf } from '../random/merkle.ts';
import { InvariantError } from '../result.ts';
import { SIM_MONTH } from '../time/sim-clock.ts';
import { canonicalJson, firstDifference } from './canonical-json.ts';
import { FIRST_MODEL } from './first-model.ts';
import { makeTerms } from './loan-terms.ts';
import { keyPeriod } from './region.ts';
import { makeReplayFile, verifyReplay } from './replay.ts';
import { REPLAY_FORMAT, type ReplayFile, type ReplaySource } from './replay-file.ts';

const secret = '5c'.repeat(32);
const product = {
  id: 'p',
  name: { en: 'P', fr: 'P' },
  instalments: 8,
  intervalSimHours: 720,
  method: 'equal_instalments',
  graceOnPrincipal: 0,
  funding: 'flexible',
  currencyLoss: 'shared',
  starter: false,
} as const;
const terms = makeTerms({
  model: FIRST_MODEL,
  product,
  annualCost: 0.28,
  grade: 'E',
  place: { region: 'ke', sector: 'agriculture', members: 5 },
});
const MONTHS = 60;
const keys = Array.from({ length: keyPeriod(MONTHS) }, (_, period) => regionKey(secret, 'ke', period));
const tree = new MerkleTree(keys.map((key, period) => regionLeaf('ke', period, key)));

function source(loan: string, change: Partial<ReplaySource> = {}): ReplaySource {
  const key = loanKey(secret, loan);
  return {
    format: REPLAY_FORMAT,
    loan,
    terms,
    principal: 50_000,
    disbursedAt: 3 * SIM_MONTH + 500,
    contributions: [
      { pseudonym: 'you', amount: 20_000 },
      { pseudonym: 'lender 2', amount: 17_500 },
      { pseudonym: 'community pool', amount: 12_500 },
    ],
    clock: [
      { realFrom: 1_000, simFrom: 0, monthSeconds: 14_400 },
      { realFrom: 9_000_000, simFrom: 1_619_820, monthSeconds: 0 },
      { realFrom: 9_600_000, simFrom: 1_619_820, monthSeconds: 14_400 },
    ],
    events: [
      {
        id: 'fair',
        from: 5 * SIM_MONTH,
        to: 6 * SIM_MONTH,
        regions: ['ke'],
        sectors: ['agriculture'],
        shiftMilli: -150,
        boom: true,
      },
    ],
    farming: { lean: [4, 5], harvest: [9], planting: 3 },
    help: [],
    forgiveness: [],
    recoveryMonths: 0,
    key,
    commitment: commitment(key),
    seasons: [{ id: 1, root: tree.root, size: tree.size, first: 0, months: keys.length }],
    regionKeys: keys
      .slice(0, keyPeriod(40))
      .map((one, period) => ({ period, key: one, season: 0, index: period, proof: tree.proof(period) })),
    ...change,
  };
}
const code = (file: unknown, published = {}): string => {
  const result = verifyReplay(file, published);
  return result.ok ? 'ok' : `${result.error.code} ${result.error.field}`;
};
/** The first loan by number whose fate fits; a story that is impossible for a loan passes it by. */
function find(fits: (file: ReplayFile) => boolean, make = (loan: string) => source(loan)): ReplayFile {
  for (let i = 0; i < 2_000; i++) {
    try {
      const file = makeReplayFile(make(`loan-${i}`));
      if (fits(file)) return file;
    } catch (fault) {
      if (!(fault instanceof InvariantError)) throw fault;
    }
  }
  throw new Error('no such loan');
}
const late = find(
  (file) =>
    file.result.state === 'ended' &&
    file.result.ticks.some((tick) => tick.missed >= 2) &&
    file.result.ticks.some((tick) => tick.causes.length > 0),
);
const lost = find((file) => file.result.state === 'defaulted');

describe('a replay file', () => {
  it('is confirmed when nothing was changed, also through JSON', () => {
    expect(code(late)).toBe('ok');
    expect(code(JSON.parse(JSON.stringify(lost)))).toBe('ok');
  });
  it('tells the whole fate: what came back, why it was late, what was lost', () => {
    const paid = late.result.ticks.reduce((sum, tick) => sum + tick.repaid + tick.fxLoss, 0);
    expect(paid).toBe(50_000);
    expect(lost.result.repaid + lost.result.fxLoss + lost.result.writtenOff).toBe(50_000);
    for (const tick of late.result.ticks) expect(tick.parts.reduce((sum, part) => sum + part, 0)).toBe(tick.repaid);
  });

  it.each([null, 5, '', [], {}, { source: {} }])('is refused when it is %j', (raw) => {
    expect(code(raw)).toMatch(/^BAD_SHAPE/);
  });
  it('is refused by name of what is wrong', () => {
    const change = (edit: (file: ReplayFile) => unknown): string => {
      const file = structuredClone(late);
      edit(file);
      return code(file);
    };
    const set = (target: object, values: object): unknown => Object.assign(target, values);
    expect(change((file) => set(file.source, { key: loanKey(secret, 'other') }))).toBe('KEY_COMMITMENT source.key');
    expect(change((file) => set(file.source.regionKeys[7] as object, { key: regionKey(secret, 'pe', 7) }))).toBe(
      'REGION_PROOF source.regionKeys.7',
    );
    expect(change((file) => set(file.source, { seasons: [] }))).toBe('REGION_PROOF source.regionKeys.0.season');
    expect(change((file) => set(file.source.terms, { place: null }))).toBe('REGION_PROOF source.regionKeys');
    expect(change((file) => set(file.source.regionKeys[7] as object, { index: 8 }))).toBe(
      'REGION_PROOF source.regionKeys.7.index',
    );
    expect(change((file) => set(file.source.seasons[0] as object, { months: 20 }))).toBe(
      'REGION_PROOF source.regionKeys.20.index',
    );
    expect(change((file) => set(file.source.terms, { hPpm: 1 }))).toBe('TERMS source.terms.hPpm');
    expect(change((file) => set(file.source.terms, { grade: 'A' }))).toMatch(/^TERMS source.terms/);
    expect(change((file) => set(file.source.contributions[0] as object, { amount: 5 }))).toBe('TERMS source.principal');
    expect(change((file) => set(file.source, { regionKeys: file.source.regionKeys.slice(0, 5) }))).toBe(
      'IMPOSSIBLE source',
    );
    expect(change((file) => set(file.source, { forgiveness: [{ after: 0, contribution: 9, amount: 1 }] }))).toBe(
      'IMPOSSIBLE source',
    );
    expect(change((file) => set(file.source, { help: [99] }))).toBe('IMPOSSIBLE source');
    expect(change((file) => set(file.result.ticks[1] as object, { word: 7 }))).toBe('MISMATCH result.ticks.1.word');
    expect(change((file) => set(file, { digest: sha256Text('x') }))).toBe('DIGEST digest');
    expect(change((file) => set(file.source.contributions[0] as object, { pseudonym: 'me' }))).toBe('DIGEST digest');
  });
  it('takes each key from the season that ruled its month', () => {
    const later = '6d'.repeat(32);
    const first = 30;
    const laterKeys = Array.from({ length: 50 }, (_, i) => regionKey(later, 'ke', first + i));
    const laterTree = new MerkleTree(laterKeys.map((key, i) => regionLeaf('ke', first + i, key)));
    const both = source('loan-5', {
      seasons: [
        { id: 1, root: tree.root, size: tree.size, first: 0, months: keys.length },
        { id: 2, root: laterTree.root, size: laterTree.size, first, months: 50 },
      ],
      regionKeys: Array.from({ length: keyPeriod(40) }, (_, period) =>
        period < first
          ? { period, key: keys[period] as string, season: 0, index: period, proof: tree.proof(period) }
          : {
              period,
              key: laterKeys[period - first] as string,
              season: 1,
              index: period - first,
              proof: laterTree.proof(period - first),
            },
      ),
    });
    const file = makeReplayFile(both);
    expect(code(file)).toBe('ok');
    expect(file.result).not.toEqual(makeReplayFile(source('loan-5')).result);
    // The former season's tree reaches further, but no longer counts.
    const old = structuredClone(file);
    old.source.regionKeys[35] = { ...(source('loan-5').regionKeys[35] as (typeof old.source.regionKeys)[number]) };
    expect(code(old)).toBe('REGION_PROOF source.regionKeys.35.season');
    old.source.seasons.reverse();
    expect(code(old)).toBe('REGION_PROOF source.seasons.1.first');
  });
  it('is held against what the server published', () => {
    expect(code(late, { commitment: late.source.commitment, seasonRoots: [sha256Text('x'), tree.root] })).toBe('ok');
    expect(code(late, { commitment: commitment(loanKey(secret, 'other')) })).toBe('KEY_COMMITMENT source.commitment');
    expect(code(late, { seasonRoots: [sha256Text('other')] })).toBe('REGION_PROOF source.seasons.0.root');
  });
});

/** Every value in a JSON tree with a changed copy of the whole. */
function* tampered(value: unknown, path: string[] = []): Generator<readonly [string, (root: unknown) => void]> {
  const at = (root: unknown, names: readonly string[]): Record<string, unknown> =>
    names.reduce((node, name) => node[name] as Record<string, unknown>, root as Record<string, unknown>);
  const edit = (make: (old: unknown) => unknown) => (root: unknown) => {
    const parent = at(root, path.slice(0, -1));
    const name = path.at(-1) as string;
    parent[name] = make(parent[name]);
  };
  if (typeof value === 'number') yield [path.join('.'), edit((old) => (old as number) + 1)];
  else if (typeof value === 'boolean') yield [path.join('.'), edit((old) => !old)];
  else if (typeof value === 'string') yield [path.join('.'), edit((old) => changed(old as string))];
  else if (value === null) yield [path.join('.'), edit(() => 0)];
  else if (typeof value === 'object') {
    if (Array.isArray(value) && value.length > 0)
      yield [`${path.join('.')}[-1]`, edit((old) => (old as unknown[]).slice(0, -1))];
    for (const name of Object.keys(value)) yield* tampered((value as Record<string, unknown>)[name], [...path, name]);
  }
}
/** One character changed; hex stays hex. */
const changed = (text: string): string => (text.endsWith('0') ? `${text.slice(0, -1)}1` : `${text.slice(0, -1)}0`);

describe('tampering', () => {
  const helped = find(
    (file) => file.result.reschedules.length > 0 && file.result.state === 'ended',
    (loan) => source(loan, { forgiveness: [{ after: 2, contribution: 1, amount: 300 }], help: [1] }),
  );
  const recovered = find(
    (file) => file.result.recoveries.length > 0,
    (loan) => source(loan, { recoveryMonths: FIRST_MODEL.recovery.months }),
  );

  it.each([
    ['with help, forgiveness and a reschedule', helped],
    ['that was recovered', recovered],
  ])('of any field of a loan %s is refused', (_name, file) => {
    expect(code(file)).toBe('ok');
    const accepted: string[] = [];
    let fields = 0;
    for (const [path, edit] of tampered(file)) {
      // Proofs are all alike: the first and last stand for them.
      if (/regionKeys\.(?!(0|20)\.)\d+\./.test(path)) continue;
      const copy = structuredClone(file);
      edit(copy);
      fields += 1;
      if (code(copy) === 'ok') accepted.push(path);
    }
    expect(accepted).toEqual([]);
    expect(fields).toBeGreaterThan(150);
  });
});

describe('the story between ticks', () => {
  it('ends a loan whose last coins are forgiven', () => {
    const all = [0, 1, 2].map((contribution) => ({
      after: 0,
      contribution,
      amount: [20_000, 17_500, 12_500][contribution] as number,
    }));
    const file = makeReplayFile(source('loan-1', { forgiveness: all }));
    expect(file.result).toMatchObject({ state: 'ended', ticks: [], forgiven: 50_000, repaid: 0 });
    expect(code(file)).toBe('ok');
  });
  it('recovers after a default only, and not once everything is back', () => {
    expect(() => makeReplayFile({ ...late.source, recoveryMonths: 1 })).toThrow('nothing was lost');
    const months = (loan: string, recoveryMonths: number): ReplayFile | null => {
      try {
        return makeReplayFile(source(loan, { recoveryMonths }));
      } catch {
        return null;
      }
    };
    // Its last try brought the rest: one more would find nothing.
    const last = find(
      (file) => file.result.state === 'defaulted' && months(file.source.loan, FIRST_MODEL.recovery.months) === null,
    ).source.loan;
    const tries = Array.from({ length: FIRST_MODEL.recovery.months }, (_, k) => months(last, k + 1));
    const whole = tries.findLast((file) => file !== null) as ReplayFile;
    expect(whole.result.state).toMatch(/^ended/);
    expect(whole.result.recoveries.at(-1)?.sequence).toBe(whole.source.recoveryMonths);
    expect(whole.result.recovered).toBe(whole.result.writtenOff);
    expect(code(whole)).toBe('ok');
    expect(() => makeReplayFile({ ...whole.source, recoveryMonths: whole.source.recoveryMonths + 1 })).toThrow(
      'nothing is left',
    );
  });
  it('lets lenders give up what was lost, between two tries', () => {
    const period = lost.result.ticks.at(-1)?.period as number;
    const given = makeReplayFile({
      ...lost.source,
      recoveryMonths: 2,
      forgiveness: [{ after: period + 1, contribution: 2, amount: 5 }],
    });
    expect(given.result).toMatchObject({ state: 'defaulted', forgiven: 5 });
    expect(code(given)).toBe('ok');
    expect(() =>
      makeReplayFile({ ...given.source, forgiveness: [{ after: period + 3, contribution: 2, amount: 5 }] }),
    ).toThrow('never had');
  });
  it('leaves shocks, groups and currency out of a loan without a place', () => {
    const plain = makeReplayFile(source('loan-2', { terms: { ...terms, place: null }, regionKeys: [], seasons: [] }));
    expect(
      plain.result.ticks.every((tick) => tick.causes.length === 0 && tick.fxLoss === 0 && tick.hPpm === terms.hPpm),
    ).toBe(true);
    expect(code(plain)).toBe('ok');
  });
});

describe('canonical JSON', () => {
  it('sorts, and refuses what JSON cannot say', () => {
    expect(canonicalJson({ b: [1, null, 'x'], a: { d: true, c: undefined } })).toBe(
      '{"a":{"d":true},"b":[1,null,"x"]}',
    );
    expect(() => canonicalJson(Number.NaN)).toThrow('finite');
    expect(() => canonicalJson(() => 1)).toThrow('function');
  });
  it('finds the first difference', () => {
    expect(firstDifference({ a: [1, { b: 2 }] }, { a: [1, { b: 3 }] })).toBe('a.1.b');
    expect(firstDifference({ a: 1 }, { a: 1, b: 2 })).toBe('b');
    expect(firstDifference([1], { 0: 1 }, 'x')).toBe('x');
    expect(firstDifference({ a: 1 }, { a: 1 })).toBeNull();
  });
});
