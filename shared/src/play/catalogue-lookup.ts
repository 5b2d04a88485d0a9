import type { Content } from '../content/content.ts';
import type { Crop, Good } from '../content/play.ts';
import { invariant } from '../result.ts';

// A linear search: a catalogue has some twenty crops and goods, and an index would have to be kept beside every version of it.

export const cropOf = (content: Content, id: string): Crop | undefined => content.crops.find((crop) => crop.id === id);

export const goodOf = (content: Content, id: string): Good | undefined => content.goods.find((good) => good.id === id);

/** The one crop whose seed costs nothing: with it nobody is ever stuck (lending.md 4). @throws InvariantError without one. */
export function freeCrop(content: Content): Crop {
  const crop = content.crops.find(({ seedPrice, unlockLevel }) => seedPrice === 0 && unlockLevel === 1);
  invariant(crop !== undefined, 'the catalogue has no free crop at level 1');
  return crop;
}
