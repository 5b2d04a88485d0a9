import { commitment, isHex32, sha256Text } from '../random/keys.ts';
import { regionLeaf, verifyMerkle } from '../random/merkle.ts';
import { err, InvariantError, ok, type Result } from '../result.ts';
import { canonicalJson, firstDifference } from './canonical-json.ts';
import { modelOf, solvedRisk } from './loan-terms.ts';
import { modelDigest } from './model-digest.ts';
import { type ReplayFile, ReplayFileSchema, type ReplayResult, type ReplaySource } from './replay-file.ts';
import { ReplayRun } from './replay-run.ts';

export type ReplayRefusalCode =
  /** Not a replay file, or a field that cannot be. */
  | 'BAD_SHAPE'
  /** The key is not the one that was committed to when the loan opened. */
  | 'KEY_COMMITMENT'
  /** A region's key was not in the season's tree. */
  | 'REGION_PROOF'
  /** The loan's parameters are not those of its product and grade. */
  | 'TERMS'
  /** What is told cannot have happened. */
  | 'IMPOSSIBLE'
  /** Recomputing gives something else. */
  | 'MISMATCH'
  /** The file was changed after it was written. */
  | 'DIGEST';

/** One sentence, and the field it is about. */
export type ReplayRefusal = { readonly code: ReplayRefusalCode; readonly field: string; readonly message: string };

export type ReplayReport = {
  readonly loan: string;
  readonly result: ReplayResult;
  /** Which parameters it was made with: `modelDigest`. */
  readonly model: string;
};

/** What the server published about the loan and the season; a verifier who has it need not trust the file's own copy. */
export type Published = { readonly commitment?: string; readonly seasonRoots?: readonly string[] };

const refuse = (code: ReplayRefusalCode, field: string, message: string): Result<never, ReplayRefusal> =>
  err({ code, field, message });

const digestOf = (source: ReplaySource, result: ReplayResult): string => sha256Text(canonicalJson({ result, source }));

/**
 * The file of a closed loan. The caller compares `result` with what its ledger holds before handing it out.
 * @throws InvariantError when the source is impossible.
 */
export function makeReplayFile(source: ReplaySource): ReplayFile {
  const result = new ReplayRun(source).run();
  return { source, result, digest: digestOf(source, result) };
}

/**
 * Checks a replay file from anybody: shape, commitments and proofs first, then the parameters, then everything again from the keys; last
 * the digest, which also covers what no computation depends on (lending.md 5).
 */
export function verifyReplay(raw: unknown, published: Published = {}): Result<ReplayReport, ReplayRefusal> {
  const parsed = ReplayFileSchema.safeParse(raw);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return refuse('BAD_SHAPE', issue?.path.map(String).join('.') || '(file)', issue?.message ?? 'not a replay file');
  }
  const { source, result, digest } = parsed.data;
  const commitments = checkCommitments(source, published);
  if (!commitments.ok) return commitments;
  const terms = checkTerms(source);
  if (!terms.ok) return terms;
  const again = recompute(source);
  if (!again.ok) return again;
  const difference = firstDifference(again.value, result, 'result');
  if (difference !== null) return refuse('MISMATCH', difference, 'recomputing gives another value');
  if (digestOf(source, result) !== digest)
    return refuse('DIGEST', 'digest', 'the file was changed after it was written');
  return ok({ loan: source.loan, result, model: modelDigest(modelOf(source.terms)) });
}

function checkCommitments(source: ReplaySource, published: Published): Result<null, ReplayRefusal> {
  const { key, commitment: claimed } = source;
  if (commitment(key) !== claimed)
    return refuse('KEY_COMMITMENT', 'source.key', 'the key does not match its commitment');
  if (published.commitment !== undefined && published.commitment !== claimed) {
    return refuse('KEY_COMMITMENT', 'source.commitment', 'not the commitment published when the loan opened');
  }
  const strange = source.seasons.findIndex(({ root }) => published.seasonRoots?.includes(root) === false);
  if (strange >= 0) {
    return refuse('REGION_PROOF', `source.seasons.${strange}.root`, 'not a root published when a season opened');
  }
  return checkRegionKeys(source);
}

/** Every key stands in the tree of the season that ruled its period, at the place of its region and period. */
function checkRegionKeys({ seasons, regionKeys, terms }: ReplaySource): Result<null, ReplayRefusal> {
  if (regionKeys.length > 0 && terms.place === null) {
    return refuse('REGION_PROOF', 'source.regionKeys', 'region keys of a loan without a place');
  }
  for (const [i, one] of seasons.entries()) {
    if (i > 0 && one.first <= (seasons[i - 1] as typeof one).first) {
      return refuse('REGION_PROOF', `source.seasons.${i}.first`, 'seasons follow each other');
    }
  }
  const lines = new Map<number, number>();
  for (const [i, { period, key, season, index, proof }] of regionKeys.entries()) {
    const field = `source.regionKeys.${i}`;
    const tree = seasons[season];
    if (tree === undefined || seasons.findLastIndex(({ first }) => first <= period) !== season) {
      return refuse('REGION_PROOF', `${field}.season`, 'not the season of this period');
    }
    const line = Math.floor(index / tree.months);
    if (index % tree.months !== period - tree.first || (lines.get(season) ?? line) !== line) {
      return refuse('REGION_PROOF', `${field}.index`, 'not the place of this region and period');
    }
    lines.set(season, line);
    const leaf = regionLeaf(terms.place?.region ?? '', period, key);
    if (!isHex32(key) || !verifyMerkle({ root: tree.root, size: tree.size, leaf, index, proof })) {
      return refuse('REGION_PROOF', field, 'the key is not in the season’s tree');
    }
  }
  return ok(null);
}

/** Hazards follow from product, grade and model; a loan cannot have been made with others. */
function checkTerms({ terms, principal, contributions }: ReplaySource): Result<null, ReplayRefusal> {
  const lent = contributions.reduce((sum, one) => sum + one.amount, 0);
  if (lent !== principal || principal === 0)
    return refuse('TERMS', 'source.principal', 'contributions do not add up to the principal');
  try {
    const { hPpm, rollPpm, kappaMilli, lossPpm } = solvedRisk(terms.product, terms.grade, modelOf(terms));
    const told = { hPpm: terms.hPpm, rollPpm: terms.rollPpm, kappaMilli: terms.kappaMilli, lossPpm: terms.lossPpm };
    const difference = firstDifference({ hPpm, rollPpm, kappaMilli, lossPpm }, told, 'source.terms');
    return difference === null ? ok(null) : refuse('TERMS', difference, 'not what product, grade and model give');
  } catch (fault) {
    return impossible(fault, 'source.terms.product');
  }
}

function recompute(source: ReplaySource): Result<ReplayResult, ReplayRefusal> {
  try {
    return ok(new ReplayRun(source).run());
  } catch (fault) {
    return impossible(fault, 'source');
  }
}

/** A hostile file may break our own assumptions; that is its fault, not ours. Anything else is a bug and goes on. */
function impossible(fault: unknown, field: string): Result<never, ReplayRefusal> {
  if (!(fault instanceof InvariantError)) throw fault;
  return refuse('IMPOSSIBLE', field, fault.message);
}
