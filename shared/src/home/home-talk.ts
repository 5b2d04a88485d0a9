import type { PlayRule } from '../play/effects.ts';
import { played, refuse, settleFirst } from '../play/play-rule.ts';
import { gainXp, progressBetween } from '../play/progress.ts';
import type { CommandPayload } from '../protocol/commands.ts';
import type { CommandValues } from '../protocol/replies.ts';
import { happiness } from './home-bonus.ts';
import { isOpen } from './talks.ts';

/**
 * Listens to somebody of the family. The first time makes everybody a little happier and gives experience; again is as welcome, and gives
 * nothing. Refused: `UNKNOWN_TALK`, `TALK_LATER` (not the moment for it).
 */
export const talk: PlayRule<CommandPayload<'home.talk'>, CommandValues['home.talk']> = (
  household,
  command,
  context,
) => {
  const { content } = context;
  const said = content.talks.find(({ id }) => id === command.talk);
  if (said === undefined) return refuse('UNKNOWN_TALK');
  if (!isOpen(said, household.home)) return refuse('TALK_LATER');
  const ready = settleFirst(household, context);
  const first = !ready.household.home.told.includes(said.id);
  const home = first
    ? { ...ready.household.home, told: [...ready.household.home.told, said.id] }
    : ready.household.home;
  const xp = gainXp(household.xp, first ? content.homestead.talkXp : 0);
  return played(ready, {
    household: { ...ready.household, xp, home },
    value: { talk: said.id, first, happiness: happiness(home), ...progressBetween(household.xp, xp, content.economy) },
  });
};
