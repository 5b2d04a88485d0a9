import { spelledOut } from '@bloomvale/shared/lending/loan-terms';
import { recoveryAt } from '@bloomvale/shared/lending/recovery';
import { FACTOR_MEMORY, type FarmingYear, keyPeriod, monthOf } from '@bloomvale/shared/lending/region';
import { makeReplayFile } from '@bloomvale/shared/lending/replay';
import {
  REPLAY_FORMAT,
  type ReplayFile,
  type ReplayResult,
  type ReplaySource,
} from '@bloomvale/shared/lending/replay-file';
import type { ReplayAvailability } from '@bloomvale/shared/protocol/lending-views';
import { loanKey } from '@bloomvale/shared/random/keys';
import { invariant } from '@bloomvale/shared/result';
import { realAt, SIM_MONTH, type SimSeconds } from '@bloomvale/shared/time/sim-clock';
import type { GameClock } from '../../game-clock.ts';
import { courseOf, inOrder, sourceOf, termsOf } from '../../lending/loan-records.ts';
import { defaultedAt } from '../../lending/recoveries.ts';
import type { Rules } from '../../rules.ts';
import { OVER_STATES } from '../../store/lending-reader.ts';
import type { ContributionRow, LoanEventRow, LoanRow } from '../../store/rows.ts';
import type { Reader } from '../../store/store.ts';
import { dataOf } from './instalment-rows.ts';

const NO_FARMING: FarmingYear = { lean: [], harvest: [], planting: 0 };

/** A lender's name in replay files: everybody can find their own line, nobody whose the others are. */
export function pseudonymOf(row: ContributionRow): string {
  const { kind } = sourceOf(row.source);
  if (kind === 'community' && row.playerId === null) return 'community-pool';
  return kind === 'matcher' ? 'matching' : `lender-${row.idx + 1}`;
}

/** The loan's last tick: after it nothing was drawn with its own key. */
const lastTick = (loan: LoanRow): SimSeconds => defaultedAt(loan);

/**
 * When the file can be had: once the loan is over its own key is told, and its region's key of the last month when that month is over. A
 * loan without a place needs no region. Loans that were never disbursed, or were handed back, have no fate to replay.
 */
export function replayAvailability(loan: LoanRow, clock: GameClock): ReplayAvailability {
  if (!OVER_STATES.includes(loan.state)) {
    const ahead = ['fundraising', 'funded', 'in_repayment'].includes(loan.state);
    return { available: false, why: ahead ? 'running' : 'never', at: null };
  }
  const month = monthOf(lastTick(loan));
  if (termsOf(loan).place === null || monthOf(clock.simNow()) > month) return { available: true };
  return { available: false, why: 'month', at: realAt(clock.segments(), (month + 1) * SIM_MONTH) };
}

/** Tries after a default whose months are over. */
function toldTries(loan: LoanRow, simNow: SimSeconds): number {
  let told = 0;
  while (told < courseOf(loan).tries && monthOf(recoveryAt(lastTick(loan), told + 1)) < monthOf(simNow)) told++;
  return told;
}

/**
 * The replay file of a loan that is over, compared with the ledger before anybody gets it. Of a defaulted loan it tells the tries whose
 * months are over. The caller has asked `replayAvailability`.
 * @throws InvariantError when recomputing gives something else than the ledger holds: a fault of ours that must not be handed out.
 */
export async function replayFileOf(reader: Reader, rules: Rules, clock: GameClock, loan: LoanRow): Promise<ReplayFile> {
  const [contributions, events] = await Promise.all([
    reader.rows('contribution', [loan.id]),
    reader.loanEvents([loan.id], 0),
  ]);
  const tries = loan.writtenOff > 0 && termsOf(loan).place !== null ? toldTries(loan, clock.simNow()) : 0;
  const source = await sourceOfLoan(rules, clock, loan, inOrder(contributions), events, tries);
  const file = makeReplayFile(source);
  checkAgainstLedger(file.result, loan, events, tries);
  return file;
}

async function sourceOfLoan(
  rules: Rules,
  clock: GameClock,
  loan: LoanRow,
  contributions: readonly ContributionRow[],
  events: readonly LoanEventRow[],
  tries: number,
): Promise<ReplaySource> {
  const course = courseOf(loan);
  const last = tries > 0 ? recoveryAt(lastTick(loan), tries) : lastTick(loan);
  const regions = await regionKeysOf(rules, loan, last);
  return {
    format: REPLAY_FORMAT,
    loan: loan.id,
    terms: spelledOut(termsOf(loan)),
    principal: loan.principal,
    disbursedAt: loan.disbursedSim ?? 0,
    contributions: contributions.map((row) => ({ pseudonym: pseudonymOf(row), amount: row.amount })),
    clock: [...clock.segments()],
    events: [],
    farming: course.farming === null ? copyOf(NO_FARMING) : copyOf(course.farming),
    help: [...course.helpAfter],
    forgiveness: forgivenessOf(loan, events, tries).map(({ after, contribution, amount }) => ({
      after,
      contribution,
      amount,
    })),
    recoveryMonths: tries,
    key: loanKey(rules.secrets.season(loan.season), loan.id),
    commitment: loan.commitment,
    ...regions,
  };
}

const copyOf = ({ lean, harvest, planting }: FarmingYear) => ({ lean: [...lean], harvest: [...harvest], planting });

type Forgiven = { readonly after: number; readonly contribution: number; readonly amount: number };

/** What lenders let go of, up to the last try that is told. */
function forgivenessOf(loan: LoanRow, events: readonly LoanEventRow[], tries: number): Forgiven[] {
  const given = events.filter(({ kind }) => kind === 'forgiven').map((event) => dataOf<Forgiven>(event));
  const all = courseOf(loan).tries;
  if (loan.writtenOff === 0 || tries === all) return given;
  // Periods go on counting with the tries: those of tries that are not told yet come after.
  const end = lastPeriod(events) + tries;
  return given.filter(({ after }) => after <= end);
}

const lastPeriod = (events: readonly LoanEventRow[]): number =>
  events.reduce((last, event) => Math.max(last, dataOf<{ period?: number }>(event).period ?? 0), 0);

/** Keys of the loan's region from as far as its factor looks back up to its last month, with the seasons that published them. */
async function regionKeysOf(
  rules: Rules,
  loan: LoanRow,
  last: SimSeconds,
): Promise<Pick<ReplaySource, 'seasons' | 'regionKeys'>> {
  const { place } = termsOf(loan);
  if (place === null) return { seasons: [], regionKeys: [] };
  const seasons: ReplaySource['seasons'] = [];
  const regionKeys: ReplaySource['regionKeys'] = [];
  const first = Math.max(0, keyPeriod(monthOf(loan.disbursedSim ?? 0)) - FACTOR_MEMORY);
  for (let period = first; period <= keyPeriod(monthOf(last)); period++) {
    const ruling = rules.regionKeys.seasonOf(period);
    // A factor looks back 24 months, and a drought to a planting month: what lies before the first tree nobody drew from.
    if (ruling === null || !ruling.regions.includes(place.region)) continue;
    if (seasons.at(-1)?.id !== ruling.season) {
      const { season: id, root, first: from, months, regions } = ruling;
      seasons.push({ id, root, size: regions.length * months, first: from, months });
    }
    const { key, index, proof } = await rules.regionKeys.prove(place.region, period);
    regionKeys.push({ period, key, season: seasons.length - 1, index, proof: [...proof] });
  }
  return { seasons, regionKeys };
}

function checkAgainstLedger(result: ReplayResult, loan: LoanRow, events: readonly LoanEventRow[], tries: number): void {
  const recovered = events
    .filter(({ kind }) => kind === 'recovered')
    .map((event) => dataOf<{ sequence: number; amount: number }>(event))
    .filter(({ sequence }) => sequence <= tries)
    .reduce((sum, { amount }) => sum + amount, 0);
  const forgiven = forgivenessOf(loan, events, tries).reduce((sum, { amount }) => sum + amount, 0);
  const ours = [loan.repaid, loan.fxLoss, loan.writtenOff, recovered, forgiven];
  const again = [result.repaid, result.fxLoss, result.writtenOff, result.recovered, result.forgiven];
  const whole = recovered === loan.recovered && forgiven === loan.forgiven + loan.forgivenAfterDefault;
  invariant(
    ours.every((value, i) => value === again[i]) && (!whole || result.state === loan.state),
    `replaying loan ${loan.id} gives ${again.join('/')} (${result.state}), the ledger holds ${ours.join('/')} (${loan.state})`,
  );
}
