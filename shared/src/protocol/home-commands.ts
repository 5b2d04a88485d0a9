import { z } from 'zod';
import { ContentIdSchema } from '../content/text.ts';
import { NEEDS } from '../play/household.ts';

/** Commands of kitchen, order board, house and family. */
const CommandId = z.uuid();
const Order = z.int().min(0).max(4_294_967_295);
/** A queue has at most this many places worth filling at once. */
const BATCHES_MAX = 12;
const GoalId = z.string().regex(/^[a-z0-9:-]{1,60}$/);

export const HOME_COMMANDS = {
  /** Buys a station, or its next level. */
  'kitchen.build': z.strictObject({ commandId: CommandId, station: ContentIdSchema }),
  'kitchen.start': z.strictObject({
    commandId: CommandId,
    station: ContentIdSchema,
    recipe: ContentIdSchema,
    times: z.int().min(1).max(BATCHES_MAX),
  }),
  'kitchen.collect': z.strictObject({ commandId: CommandId, station: ContentIdSchema }),
  'order.deliver': z.strictObject({ commandId: CommandId, order: Order }),
  'order.skip': z.strictObject({ commandId: CommandId, order: Order }),
  'home.fulfil': z.strictObject({ commandId: CommandId, need: z.enum(NEEDS) }),
  'home.upgrade': z.strictObject({ commandId: CommandId }),
  'home.talk': z.strictObject({ commandId: CommandId, talk: ContentIdSchema }),
  'home.gift': z.strictObject({ commandId: CommandId }),
  'stall.upgrade': z.strictObject({ commandId: CommandId }),
  'garden.expand': z.strictObject({ commandId: CommandId }),
  'goal.skip': z.strictObject({ commandId: CommandId, goal: GoalId }),
} as const;
