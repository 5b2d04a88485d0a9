import { z } from 'zod';
import { ContentIdSchema } from '../content/text.ts';
import { LETTER_COMMANDS, OWN_LOAN_COMMANDS, SHOP_COMMANDS } from './growing-commands.ts';
import { HOME_COMMANDS } from './home-commands.ts';
import { LENDING_COMMANDS } from './lending-commands.ts';
import { MAX_PLOTS_PER_COMMAND, NAME_MAX, NAME_MIN } from './limits.ts';

/**
 * What a player may ask for. The actor is never in here: it comes from the session. `commandId` is minted by the client and
 * kept before sending, so that a command sent twice has one effect and the same reply.
 */
const CommandId = z.uuid();
/** As long as an account may be named after it. */
const LoanId = z.string().regex(/^[a-z0-9-]{1,64}$/);
const PublicId = z.string().regex(/^[A-Za-z0-9_-]{6,24}$/);
const Plots = z
  .array(
    z
      .int()
      .min(0)
      .max(MAX_PLOTS_PER_COMMAND - 1),
  )
  .min(1)
  .max(MAX_PLOTS_PER_COMMAND);
const Slot = z.int().min(0).max(19);

export const REPORT_REASONS = ['name', 'behaviour', 'spam', 'cheating', 'other'] as const;
export const HINTS = [
  'plant',
  'harvest',
  'stock',
  'wish',
  'borrow',
  'family',
  'village',
  'hall',
  'lend',
  'repaid',
  'relend',
] as const;
export type Hint = (typeof HINTS)[number];

/** Durable commands: through the command bus, acknowledged when on disk. */
export const COMMANDS = {
  'garden.plant': z.strictObject({ commandId: CommandId, plots: Plots, crop: ContentIdSchema }),
  'garden.harvest': z.strictObject({ commandId: CommandId, plots: Plots }),
  'stall.stock': z.strictObject({
    commandId: CommandId,
    slot: Slot,
    good: ContentIdSchema,
    quantity: z.int().min(1).max(999),
  }),
  'stall.unstock': z.strictObject({ commandId: CommandId, slot: Slot }),
  'stall.serve': z.strictObject({ commandId: CommandId, wish: z.int().min(0) }),
  'stall.skip': z.strictObject({ commandId: CommandId, wish: z.int().min(0) }),
  /** Settles the stall up to now and, with `seen`, closes the welcome-back report. */
  'home.catch-up': z.strictObject({ commandId: CommandId, seen: z.boolean() }),
  ...HOME_COMMANDS,
  'hint.done': z.strictObject({ commandId: CommandId, hint: z.enum(HINTS) }),
  'loan.lend': z.strictObject({ commandId: CommandId, loanId: LoanId, amount: z.int().min(1).max(100_000_000) }),
  ...LENDING_COMMANDS,
  ...OWN_LOAN_COMMANDS,
  ...SHOP_COMMANDS,
  ...LETTER_COMMANDS,
  'player.rename': z.strictObject({ commandId: CommandId, name: z.string().trim().min(NAME_MIN).max(NAME_MAX) }),
  'player.look': z.strictObject({ commandId: CommandId, look: ContentIdSchema }),
  'social.report': z.strictObject({ commandId: CommandId, target: PublicId, reason: z.enum(REPORT_REASONS) }),
  'social.block': z.strictObject({ commandId: CommandId, target: PublicId, blocked: z.boolean() }),
} as const;
export type CommandType = keyof typeof COMMANDS;
export type CommandPayload<T extends CommandType> = z.infer<(typeof COMMANDS)[T]>;

export const EMOTES = ['wave', 'heart', 'laugh', 'clap', 'wow', 'thanks'] as const;
export type Emote = (typeof EMOTES)[number];
/** Canned phrases: safe for all ages, translated at each reader's side. */
export const PHRASES = [
  'hello',
  'welcome',
  'nice-garden',
  'look-at-my-stall',
  'just-lent',
  'she-repaid',
  'thank-you',
  'see-you',
  'come-to-the-hall',
  'good-luck',
] as const;
export type Phrase = (typeof PHRASES)[number];

const Cell = z.int().min(0).max(255);
/** Gestures that live only in a room: nothing of value hangs on them, so they skip the bus. */
export const GESTURES = {
  walk: z.strictObject({ to: z.tuple([Cell, Cell]) }),
  emote: z.strictObject({ emote: z.enum(EMOTES) }),
  say: z.strictObject({ phrase: z.enum(PHRASES) }),
} as const;
export type GestureType = keyof typeof GESTURES;
export type GesturePayload<T extends GestureType> = z.infer<(typeof GESTURES)[T]>;
