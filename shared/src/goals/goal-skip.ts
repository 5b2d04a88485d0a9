import type { PlayRule } from '../play/effects.ts';
import type { CommandPayload } from '../protocol/commands.ts';
import type { CommandValues } from '../protocol/replies.ts';
import { ok } from '../result.ts';

/** Goals that stay put aside; the oldest comes back when another one goes. */
export const SKIPPED_MAX = 24;

/** Puts a goal aside: it comes after all others. Never refused; putting it aside again makes it the latest. */
export const skipGoal: PlayRule<CommandPayload<'goal.skip'>, CommandValues['goal.skip']> = (household, { goal }) => {
  const skipped = [...household.skippedGoals.filter((id) => id !== goal), goal].slice(-SKIPPED_MAX);
  return ok({ household: { ...household, skippedGoals: skipped }, value: { skipped }, coins: [], goods: [] });
};
