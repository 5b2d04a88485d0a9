import { z } from 'zod';
import type { Localised } from '../content/text.ts';
import type { Minor } from '../money/coins.ts';
import type { Instant } from '../time/sim-clock.ts';
import type { Emote, Phrase } from './commands.ts';
import type { GrowingMessages } from './growing-views.ts';
import type { LendingRoomMessages } from './lending-replies.ts';
import type { LoanCard } from './views.ts';

export const ROOM_VILLAGE = 'village';
export const ROOM_HOMESTEAD = 'homestead';

/** Join options are attacker input like everything else. */
export const VillageJoinSchema = z.strictObject({ version: z.int() });
export const HomesteadJoinSchema = z.strictObject({
  version: z.int(),
  /** Public id of the household; one's own when left out. */
  owner: z
    .string()
    .regex(/^[A-Za-z0-9_-]{6,24}$/)
    .optional(),
});

/** Close codes of our own (4000-4999; Colyseus uses 4000-4010). */
export const CLOSE_TAKEN_OVER = 4101;
export const CLOSE_FLOOD = 4102;
export const CLOSE_SIGNED_OUT = 4103;
/** Suspended by an operator; the reason of the close is until when, epoch ms. */
export const CLOSE_SUSPENDED = 4104;

/** Messages a room sends by itself; everything durable is also found by HTTP, so a lost one costs nothing. */
export type RoomMessages = LendingRoomMessages &
  GrowingMessages & {
    /** A loan of the player's village changed: bars move in every open client. */
    'loan.changed': Pick<LoanCard, 'id' | 'state' | 'raised' | 'lenders'> & { readonly listed: boolean };
    /** A loan was newly listed in the village. */
    'loan.listed': { readonly id: string };
    /** Coins came back, privately to their lender. */
    'loan.repaid': {
      readonly loanId: string;
      readonly name: string;
      readonly amount: Minor;
      readonly wallet: Minor;
      readonly ended: boolean;
    };
    'loan.refunded': { readonly loanId: string; readonly name: string; readonly amount: Minor; readonly wallet: Minor };
    'loan.lost': { readonly loanId: string; readonly name: string; readonly amount: Minor };
    'avatar.emote': { readonly id: string; readonly emote: Emote };
    'avatar.say': { readonly id: string; readonly phrase: Phrase };
    /** The catalogue in force, told on entering and whenever another goes live: `/content/<hash>.json`. */
    content: { readonly hash: string };
    /** What operators want everybody to read, such as coming maintenance; null when there is nothing any more. */
    notice: { readonly notice: Localised | null };
    /**
     * What an operator did to this player, told once: a warning, silence or no play until `until`, another name, either of them taken back, or
     * coins given (negative: taken), minor units.
     */
    'operator.act': {
      readonly kind: 'warn' | 'mute' | 'rename' | 'suspend' | 'lift' | 'correction';
      readonly until: Instant | null;
      readonly amount: Minor;
    };
    /** The same player opened the game elsewhere: this client stops and says so. */
    'taken-over': Record<string, never>;
  };
