import { keyPeriod, monthOf } from '@bloomvale/shared/lending/region';
import type { WorldView } from '@bloomvale/shared/protocol/lending-views';
import type { PublishedView, RegionKeysView } from '@bloomvale/shared/protocol/public-record-views';
import { loanKey } from '@bloomvale/shared/random/keys';
import type { GameClock } from '../../game-clock.ts';
import type { Rules } from '../../rules.ts';
import type { Reader } from '../../store/store.ts';
import { pairsOf } from './portfolio-pairs.ts';

/** Loans of a village whose commitments are listed. */
const LOANS_MAX = 100;
/** Keys in one answer: two years. */
export const REGION_KEYS_PAGE = 24;

/** Commitments, roots, and whatever of the keys has been told. */
export async function publishedOf(reader: Reader, rules: Rules, villageId: string): Promise<PublishedView> {
  const [seasons, loans] = await Promise.all([reader.seasons(), reader.latestLoans(villageId, LOANS_MAX)]);
  return {
    seasons: seasons.map((season) => ({
      id: season.id,
      startsAt: season.startsAt,
      endsAt: season.endsAt,
      commitment: season.commitment,
      secret: season.revealed,
      regionRoot: season.regionRoot,
      regionFirst: season.regionFirst,
      regionMonths: season.regionMonths,
      regions: JSON.parse(season.regions) as string[],
    })),
    loans: loans.map((loan) => ({
      id: loan.id,
      name: loan.name,
      state: loan.state,
      season: loan.season,
      openedAt: loan.openedAt,
      commitment: loan.commitment,
      key: loan.closedAt === null ? null : loanKey(rules.secrets.season(loan.season), loan.id),
    })),
  };
}

/** A region's keys of months that are over, with their places in the season's tree; null for a country without keys. */
export async function regionKeysOf(
  rules: Rules,
  clock: GameClock,
  country: string,
  from: number,
): Promise<RegionKeysView | null> {
  const secretFrom = keyPeriod(monthOf(clock.simNow()));
  const keys: RegionKeysView['keys'][number][] = [];
  // Loans of a country that has left the catalogue still lean on its keys.
  if (!rules.regions.has(country) && !rules.regionKeys.has(country)) return null;
  for (let period = from; period < secretFrom && keys.length < REGION_KEYS_PAGE; period++) {
    const season = rules.regionKeys.seasonOf(period);
    if (season === null || !season.regions.includes(country)) continue;
    keys.push({ period, ...(await rules.regionKeys.prove(country, period)) });
  }
  return { country, secretFrom, keys };
}

/** Where the village's loans went: a place is lit from its first funded loan on. */
export async function worldOf(reader: Reader, rules: Rules, playerId: string, villageId: string): Promise<WorldView> {
  const [counts, pairs] = await Promise.all([reader.loanCounts(villageId), pairsOf(reader, playerId)]);
  type Line = { entrepreneurs: number; open: number; funded: number; mine: number; lent: number };
  const lines = new Map<string, Line>();
  const lineOf = (country: string): Line => {
    const known = lines.get(country) ?? { entrepreneurs: 0, open: 0, funded: 0, mine: 0, lent: 0 };
    lines.set(country, known);
    return known;
  };
  for (const { country } of rules.content.entrepreneurs) lineOf(country).entrepreneurs += 1;
  for (const { entrepreneur, state, loans } of counts) {
    const country = rules.entrepreneurs.get(entrepreneur)?.country;
    if (country === undefined) continue;
    if (state === 'fundraising') lineOf(country).open += loans;
    else if (!['expired', 'cancelled', 'draft', 'review'].includes(state)) lineOf(country).funded += loans;
  }
  for (const { row, loan } of pairs) {
    const country = rules.entrepreneurs.get(loan.entrepreneur)?.country;
    if (country === undefined || loan.state === 'expired' || loan.state === 'cancelled') continue;
    lineOf(country).lent += row.amount;
    if (loan.state !== 'fundraising') lineOf(country).mine += 1;
  }
  return {
    countries: [...lines]
      .map(([country, line]) => ({ country, ...line }))
      .sort((a, b) => (a.country < b.country ? -1 : 1)),
  };
}
