import type { Sector } from '../content/lending.ts';

/**
 * What stays with those who lent when a loan could not be repaid whole (product.md 5): one thing of the borrower's trade. The game has a
 * picture and a sentence for each.
 */
export const KEEPSAKES: Readonly<Record<Sector, string>> = {
  agriculture: 'seed-jar',
  food: 'recipe',
  retail: 'shop-sign',
  services: 'tool-roll',
  personal: 'mirror',
  education: 'primer',
  clothing: 'pattern',
  housing: 'bench',
  transportation: 'bell',
  arts: 'drawing',
  health: 'herb-bed',
  construction: 'trowel',
  manufacturing: 'template',
  entertainment: 'tune',
  wholesale: 'crate',
};
