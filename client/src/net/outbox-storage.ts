import { COMMANDS } from '@bloomvale/shared/protocol/commands';
import { z } from 'zod';
import { MOST_KEPT, type OutboxEntry, type OutboxStorage } from './outbox.ts';

const Kept = z
  .array(
    z.strictObject({
      commandId: z.uuid(),
      type: z.enum(Object.keys(COMMANDS) as [keyof typeof COMMANDS]),
      payload: z.record(z.string(), z.unknown()),
      at: z.number(),
    }),
  )
  .max(MOST_KEPT);

const keyOf = (playerId: string): string => `bloomvale.outbox.${playerId}`;

/** Unanswered commands of one player on this device. What cannot be read counts as nothing; what cannot be written lives in memory only. */
export const browserOutbox = (playerId: string): OutboxStorage => ({
  load() {
    try {
      const kept = Kept.safeParse(JSON.parse(localStorage.getItem(keyOf(playerId)) ?? '[]'));
      return kept.success ? (kept.data as OutboxEntry[]) : [];
    } catch {
      return [];
    }
  },
  save(entries) {
    try {
      if (entries.length === 0) localStorage.removeItem(keyOf(playerId));
      else localStorage.setItem(keyOf(playerId), JSON.stringify(entries));
    } catch {
      // a full or forbidden storage: a reload would forget what is unanswered, and nothing else
    }
  },
});
