import type { PlayRule } from '../play/effects.ts';
import { payFor } from '../play/pay-for.ts';
import { played, refuse, settleFirst } from '../play/play-rule.ts';
import { levelOf } from '../play/progress.ts';
import type { CommandPayload } from '../protocol/commands.ts';
import type { CommandValues } from '../protocol/replies.ts';
import { stationKind, stationOf } from './kitchen-clock.ts';

/**
 * Buys a station, or its next level: more batches may stand in it. What is in it stays. Refused: `UNKNOWN_STATION`, `MAX_LEVEL`,
 * `LEVEL_LOW` {level}, `FUNDS`.
 */
export const buildStation: PlayRule<CommandPayload<'kitchen.build'>, CommandValues['kitchen.build']> = (
  household,
  { station: id },
  context,
) => {
  const { content, commandId } = context;
  const kind = stationKind(content, id);
  if (kind === undefined) return refuse('UNKNOWN_STATION');
  const owned = stationOf(household, id);
  const next = kind.levels[owned?.level ?? 0];
  if (next === undefined) return refuse('MAX_LEVEL');
  if (levelOf(household.xp, content.economy) < next.unlockLevel)
    return refuse('LEVEL_LOW', { level: next.unlockLevel });
  const ready = settleFirst(household, context);
  const level = (owned?.level ?? 0) + 1;
  const paid = payFor(
    ready,
    { price: next.price, goods: [] },
    { sink: 'upgrade', key: `station:${commandId}`, place: 'kitchen' },
  );
  if (!paid.ok) return paid;
  return played(ready, {
    household: {
      ...ready.household,
      stations: { ...ready.household.stations, [id]: { level, queue: owned?.queue ?? [] } },
    },
    value: { station: id, level, paid: next.price },
    coins: paid.value.coins,
  });
};
