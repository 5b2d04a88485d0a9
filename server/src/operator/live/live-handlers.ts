import type { LIVE_API, LiveView } from '@bloomvale/shared/operator/live-api';
import type { RELEASE_API } from '@bloomvale/shared/operator/release-api';
import { ok } from '@bloomvale/shared/result';
import type { Game } from '../../application/contract.ts';
import type { Days } from '../../application/live/period.ts';
import type { FaultLog } from '../../ops/fault-log.ts';
import type { RoomMetrics } from '../../ops/room-metrics.ts';
import type { HandlersOf } from '../http/handlers.ts';

export type LiveParts = {
  readonly game: Pick<Game, 'live' | 'moderation' | 'operations' | 'switches' | 'proposals'>;
  readonly metrics: Pick<RoomMetrics, 'rooms' | 'recent'>;
  readonly faults: Pick<FaultLog, 'latest'>;
  /** Whether an account is a guest's; null for a player without an account. */
  readonly isGuest: (playerId: string) => Promise<boolean | null>;
};

type ClockApi = Pick<typeof RELEASE_API, 'clock' | 'askClock'>;
/** Rooms that are listed, the fullest first: a page of them. */
const ROOMS_SHOWN = 200;

/** Health, switches, moderation, players, corrections, tempo. */
export function liveHandlers(parts: LiveParts): HandlersOf<typeof LIVE_API & ClockApi> {
  const { moderation, operations } = parts.game;
  const withAccount = async <P extends { readonly id: string }>(player: P) => {
    const playerId = await moderation.playerIdOf(player.id);
    return { ...player, guest: playerId === null ? null : await parts.isGuest(playerId) };
  };
  return {
    live: async ({ query }) => ok(await liveView(parts, Number(query.days) as Days)),
    setSwitches: ({ caller, body }) => operations.setSwitches(caller.operator, body.switches, body.reason),
    reports: async ({ query }) =>
      ok({
        reports: [...(await moderation.reports(query.state, query.after ?? null))],
        open: await moderation.openReports(),
      }),
    decideReport: ({ caller, params, body }) => moderation.decide(caller.operator, params.id, body),
    liftSanction: async ({ caller, params, body }) => {
      const lifted = await moderation.lift(caller.operator, params.id, body.kind, body.reason);
      return lifted.ok ? ok(await withAccount(lifted.value)) : lifted;
    },
    player: async ({ params }) => {
      const found = await moderation.player(params.id);
      return found.ok ? ok(await withAccount(found.value)) : found;
    },
    playerLines: async ({ caller, params, query }) => {
      const found = await moderation.lines(caller.operator, params.id, query.before ?? null);
      return found.ok ? ok({ ...found.value, lines: [...found.value.lines] }) : found;
    },
    askCorrection: ({ caller, params, body }) =>
      operations.askCorrection(caller.operator, params.id, body.amount, body.reason),
    cancelLoan: ({ caller, params, body }) => operations.cancelLoan(caller.operator, params.id, body.reason),
    refundLoan: ({ caller, params, body }) => operations.refundLoan(caller.operator, params.id, body.reason),
    clock: async () => {
      const { segments, ...now } = await operations.clock();
      return ok({ ...now, segments: [...segments] });
    },
    askClock: ({ caller, body }) => operations.askClock(caller.operator, body.monthSeconds, body.at, body.reason),
  };
}

async function liveView({ game, metrics, faults }: LiveParts, days: Days): Promise<LiveView> {
  const [figures, reportsOpen, proposalsOpen] = await Promise.all([
    game.live.figures(days),
    game.moderation.openReports(),
    game.proposals.openCount(),
  ]);
  const { p50Ms, p95Ms, refused, errors } = metrics.recent();
  return {
    ...figures,
    ledger: game.live.ledger(),
    rooms: metrics.rooms().slice(0, ROOMS_SHOWN),
    replies: { p50Ms, p95Ms, refused, errors },
    errors: [...faults.latest()],
    switches: game.switches(),
    reportsOpen,
    proposalsOpen,
  };
}
