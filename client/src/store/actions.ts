import type { CommandPayload, CommandType, Emote, Phrase } from '@bloomvale/shared/protocol/commands';
import type { CommandReply } from '@bloomvale/shared/protocol/replies';
import type { Result } from '@bloomvale/shared/result';
import { invariant } from '@bloomvale/shared/result';
import type { Instant } from '@bloomvale/shared/time/sim-clock';
import type { Fault } from './fault.ts';

export type Place = { readonly kind: 'village' } | { readonly kind: 'homestead'; readonly owner?: string };
/** Asked once and neutrally, before an e-mail address (product.md 8): only on which side of the limit the answer lies is kept. */
export type AgeAnswer = { readonly given: boolean; readonly oldEnough: boolean };

/** A command as the interface gives it: the command id is minted where it is sent. */
export type Ask<T extends CommandType> = Omit<CommandPayload<T>, 'commandId'>;

/**
 * What the interface may ask of the network. Implemented by `net/`, registered once at boot; buttons, keys and the world's touches end in
 * the same functions. Nothing here throws for a player's mistake or a lost connection.
 */
export type Actions = {
  playAsGuest(): Promise<Result<null, Fault>>;
  /** Continues the session of the cookie. */
  resume(): Promise<Result<null, Fault>>;
  /** `leaveGuest` confirms that the guest who plays here may be left behind for good; without it `GUEST_LEFT_BEHIND`. */
  signIn(email: string, password: string, leaveGuest: boolean): Promise<Result<null, Fault>>;
  redeemDeviceCode(code: string, leaveGuest: boolean): Promise<Result<null, Fault>>;
  /** A new password by one of the recovery codes; then one signs in with it. */
  recover(code: string, password: string): Promise<Result<null, Fault>>;
  /** Years; the first answer stays. */
  answerAge(age: number): Promise<Result<AgeAnswer, Fault>>;
  linkEmail(email: string, password: string): Promise<Result<null, Fault>>;
  createDeviceCode(): Promise<Result<{ readonly code: string; readonly expiresAt: Instant }, Fault>>;
  createRecoveryCodes(password: string): Promise<Result<readonly string[], Fault>>;
  signOut(): Promise<void>;
  /** Everything stored about the player, as a file. */
  downloadData(): Promise<Result<Blob, Fault>>;
  deleteAccount(): Promise<Result<null, Fault>>;

  /** Durable: kept on this device before it is sent, and sent again with the same id until answered. */
  command<T extends CommandType>(type: T, ask: Ask<T>): Promise<CommandReply<T>>;
  emote(emote: Emote): void;
  say(phrase: Phrase): void;
  goTo(place: Place): Promise<void>;

  loadHall(): Promise<void>;
  loadLoan(loanId: string): Promise<void>;
  loadPortfolio(): Promise<void>;
  loadStatement(page: 'first' | 'more'): Promise<void>;
  /** One of the server's answers that a single page shows and nobody else follows, `/api/...`. */
  readJson<T>(path: string): Promise<Result<T, ReadFault>>;
};

/** Why something could not be read; `code` is the server's own reason, where it gave one. */
export type ReadFault = { readonly fault: Fault; readonly code: string | null };

let registered: Actions | null = null;
export const registerActions = (implementation: Actions): void => {
  registered = implementation;
};

/** @throws InvariantError before boot has registered them: nothing is on screen then. */
export function actions(): Actions {
  invariant(registered !== null, 'actions were used before boot');
  return registered;
}
