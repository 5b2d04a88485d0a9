import type { Grade } from '../content/lending.ts';
import type { Model } from '../content/model.ts';
import type { SectorEntry } from '../content/sector.ts';
import type { Localised } from '../content/text.ts';
import type { Minor } from '../money/coins.ts';
import type { Instant } from '../time/sim-clock.ts';
import type { LoanState } from './views.ts';

/** What HTTP answers to those who check the game: what is published, and the model in the figures in force. Amounts in minor units, instants in epoch ms, chances in ppm. */

/** `GET /api/lending/published`: what anybody may check, none of it secret any more. */
export type PublishedView = {
  readonly seasons: readonly {
    readonly id: number;
    readonly startsAt: Instant;
    readonly endsAt: Instant;
    readonly commitment: string;
    /** The secret, once the season's last loan has closed. */
    readonly secret: string | null;
    readonly regionRoot: string;
    readonly regionFirst: number;
    readonly regionMonths: number;
    readonly regions: readonly string[];
  }[];
  /** Loans of the player's village, newest first, at most 100. */
  readonly loans: readonly {
    readonly id: string;
    readonly name: string;
    readonly state: LoanState;
    readonly season: number;
    readonly openedAt: Instant;
    readonly commitment: string;
    /** Told when it closed. */
    readonly key: string | null;
  }[];
};
/** `GET /api/lending/region-keys/:country?from=`: keys of months that are over, at most 24, with their proofs. */
export type RegionKeysView = {
  readonly country: string;
  /** First period whose key is still secret. */
  readonly secretFrom: number;
  readonly keys: readonly {
    readonly period: number;
    readonly season: number;
    readonly key: string;
    readonly index: number;
    readonly proof: readonly string[];
  }[];
};

export type ModelSource = {
  readonly id: string;
  /** As one cites it; not translated. */
  readonly text: string;
};
/** `GET /api/lending/model`: "How it is computed" in the figures that are in force. */
export type ModelView = {
  readonly version: number;
  readonly contentHash: string;
  readonly share: Minor;
  readonly playerCapPercent: number;
  readonly monthSeconds: number;
  readonly grades: readonly { readonly grade: Grade; readonly expectedLossPpm: number }[];
  /** One line a product and grade that the catalogue uses. */
  readonly chains: readonly {
    readonly product: string;
    readonly name: Localised;
    readonly grade: Grade;
    readonly instalments: number;
    readonly intervalSimHours: number;
    readonly hPpm: number;
    readonly rollPpm: readonly number[];
    readonly kappaMilli: number;
    readonly expectedLossPpm: number;
    readonly fullyRepaidPpm: number;
  }[];
  readonly cureSplitPercent: { readonly one: number; readonly two: number; readonly all: number };
  readonly defaultMissed: number;
  readonly tailTicks: number;
  /** The parameters themselves, and what a sector does, as the catalogue has them. */
  readonly model: Model;
  /** Names them in one word: replay files are checked against it. */
  readonly modelDigest: string;
  readonly sectors: readonly SectorEntry[];
  /** Regions with a chance of drought of their own. */
  readonly droughts: readonly { readonly region: string; readonly chancePpm: number }[];
  readonly pool: { readonly maxPercent: number; readonly endowment: Minor };
  readonly takeBackMs: number;
  readonly autoLend: { readonly absenceDays: number };
  readonly average: { readonly minPlayers: number; readonly maxPlayers: number; readonly freshMs: number };
  readonly calibrationMinLoans: number;
  readonly sources: readonly ModelSource[];
};
