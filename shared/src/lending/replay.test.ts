import { describe, expect, it } from 'vitest';
import { commitment, loanKey, regionKey, sha256Text } from '../random/keys.ts';
import { MerkleTree, regionLeaf } from '../random/merkle.ts';
import { SIM_MONTH } from '../time/sim-clock.ts';
import { canonicalJson, firstDifference } from './canonical-json.ts';
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
    reschedules: [],
    recoveries: [],
    key,
    commitment: commitment(key),
    season: { root: tree.root, size: tree.size },
    regionKeys: keys
      .slice(0, keyPeriod(30))
      .map((one, period) => ({ period, key: one, index: period, proof: tree.proof(period) })),
    ...change,
  };
}
const code = (file: unknown, published = {}): string => {
  const result = verifyReplay(file, published);
  return result.ok ? 'ok' : `${result.error.code} ${result.error.field}`;
};
/** The first loan by number whose fate fits. */
function find(fits: (file: ReplayFile) => boolean): ReplayFile {
  for (let i = 0; i < 200; i++) {
    const file = makeReplayFile(source(`loan-${i}`));
    if (fits(file)) return file;
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
    expect(change((file) => set(file.source, { season: null }))).toBe('REGION_PROOF source.season');
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
  it('is held against what the server published', () => {
    expect(code(late, { commitment: late.source.commitment, seasonRoot: tree.root })).toBe('ok');
    expect(code(late, { commitment: commitment(loanKey(secret, 'other')) })).toBe('KEY_COMMITMENT source.commitment');
    expect(code(late, { seasonRoot: sha256Text('other') })).toBe('REGION_PROOF source.season.root');
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
  const helped = makeReplayFile(
    source('loan-3', {
      regionKeys: source('x')
        .regionKeys.slice(0, keyPeriod(30))
        .filter((_, i) => i > 2),
      forgiveness: [{ after: 2, contribution: 1, amount: 300 }],
      help: [1],
      reschedules: [{ after: 3, at: 7 * SIM_MONTH, instalments: 4 }],
    }),
  );
  const recovered = makeReplayFile({ ...lost.source, recoveries: [{ sequence: 1, amount: 100 }] });

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
  it('cannot recover more than was lost, nor from a loan that ended', () => {
    expect(() => makeReplayFile({ ...lost.source, recoveries: [{ sequence: 1, amount: 50_001 }] })).toThrow(
      'more than was lost',
    );
    expect(() => makeReplayFile({ ...late.source, recoveries: [{ sequence: 1, amount: 1 }] })).toThrow(
      'more than was lost',
    );
  });
  it('leaves shocks, groups and currency out of a loan without a place', () => {
    const plain = makeReplayFile(source('loan-2', { terms: { ...terms, place: null }, regionKeys: [], season: null }));
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
