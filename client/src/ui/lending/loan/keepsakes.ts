import type { IconName } from '@bloomvale/assets/manifest';

/** What stays of a loan that could not be repaid, by the server's id: a picture each; the sentence is `keepsake.<id>`. */
export const KEEPSAKES: Readonly<Record<string, IconName>> = {
  'seed-jar': 'seedling',
  recipe: 'memo',
  'shop-sign': 'shopping-bags',
  'tool-roll': 'wrench',
  mirror: 'soap',
  primer: 'open-book',
  pattern: 'dress',
  bench: 'house-with-garden',
  bell: 'bell',
  drawing: 'artist-palette',
  'herb-bed': 'herb',
  trowel: 'brick',
  template: 'hammer',
  tune: 'musical-note',
  crate: 'package',
};
