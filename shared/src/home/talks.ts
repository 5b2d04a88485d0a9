import type { Content } from '../content/content.ts';
import type { Talk } from '../content/homestead.ts';
import type { Home } from '../play/household.ts';

/** Where the family stands in the matter a talk is about. */
const levelOf = ({ about }: Talk, { house, needs }: Home): number => (about === 'house' ? house : needs[about]);

/** Whether it makes sense to say this now: a wish before its step, thanks from it on, a chat while things are as it says. */
export function isOpen(talk: Talk, home: Home): boolean {
  const level = levelOf(talk, home);
  if (talk.kind === 'chat') return level === talk.level;
  if (talk.kind === 'thanks') return level >= talk.level;
  if (level !== talk.level - 1) return false;
  // A wish that the house has no room for yet waits for the wish for the house.
  return talk.about === 'house' || home.house >= talk.level;
}

/** What the family has to say now: what was not heard yet first, thanks before wishes before chats. */
export function openTalks(home: Home, { talks }: Content): readonly Talk[] {
  const heard = new Set(home.told);
  const rank = (talk: Talk): number => (heard.has(talk.id) ? 10 : 0) + ['thanks', 'wish', 'chat'].indexOf(talk.kind);
  return talks.filter((talk) => isOpen(talk, home)).sort((a, b) => rank(a) - rank(b));
}
