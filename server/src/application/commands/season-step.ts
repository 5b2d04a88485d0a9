import type { Hex32 } from '@bloomvale/shared/random/keys';
import { ok } from '@bloomvale/shared/result';
import type { Handler } from '../bus/handler.ts';
import type { RegionRange } from '../region-keys.ts';
import type { Rules } from '../rules.ts';

/** A season is 30 real days (lending.md 1). */
export const SEASON_MS = 30 * 86_400_000;

export type OpenSeason = RegionRange & { readonly root: Hex32 };
export type RevealSeason = { readonly season: number };

/** Opens a season: its commitment and the root of its region keys are published before the first loan of it is listed. */
export const seasonOpen = (rules: Rules): Handler<OpenSeason, { readonly opened: boolean }> => ({
  type: 'season.open',
  needs: ({ season }) => ({ season: [season] }),
  decide({ season, root, regions, first, months }, work) {
    if (work.get('season', season) !== null) return ok({ opened: false });
    work.put('season', {
      id: season,
      startsAt: work.now,
      endsAt: work.now + SEASON_MS,
      commitment: rules.secrets.seasonCommitment(season),
      revealed: null,
      regions: JSON.stringify(regions),
      regionRoot: root,
      regionFirst: first,
      regionMonths: months,
    });
    return ok({ opened: true });
  },
});

/** Reveals the secret of a season that is over and whose last loan has closed; the caller has counted them. */
export const seasonReveal = (rules: Rules): Handler<RevealSeason, { readonly revealed: boolean }> => ({
  type: 'season.reveal',
  needs: ({ season }) => ({ season: [season] }),
  decide({ season }, work) {
    const row = work.must('season', season);
    if (row.revealed !== null || work.now < row.endsAt) return ok({ revealed: false });
    work.put('season', { ...row, revealed: rules.secrets.season(season) });
    return ok({ revealed: true });
  },
});
