import type { CommandPayload } from '../protocol/commands.ts';
import type { CommandValues } from '../protocol/replies.ts';
import { ok } from '../result.ts';
import type { PlayRule } from './effects.ts';

/** Remembers that a hint was followed or put away. Never refused; a hint done twice is done once. */
export const hintDone: PlayRule<CommandPayload<'hint.done'>, CommandValues['hint.done']> = (household, { hint }) => {
  const hints = household.hints.includes(hint) ? household.hints : [...household.hints, hint];
  return ok({ household: { ...household, hints }, value: { hints }, coins: [], goods: [] });
};
