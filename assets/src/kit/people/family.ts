import type { Look } from './look.ts';

/** A family of three, for the home and for tests; in the game the player chooses. */
export const PLAYER: Look = {
  skin: 4,
  fem: 1,
  age: 1,
  hair: 'puffs',
  wear: 'band',
  wearColor: '#f6a821',
  wearColor2: '#fff3d0',
  cut: 'overall',
  top: '#f2b93b',
  apron: '#3f7fb8',
  pants: '#3f7fb8',
  mouth: 'open',
};
export const PARTNER: Look = {
  skin: 5,
  age: 1,
  hair: 'curly',
  cut: 'collar',
  top: '#5fa88f',
  beard: 'short',
  mouth: 'smile',
};
export const CHILD: Look = {
  skin: 4,
  age: 1,
  child: true,
  hair: 'afroS',
  cut: '',
  cloth: 'stripes',
  top: '#e5703a',
  top2: '#f7d774',
  top3: '#fff3d0',
  mouth: 'open',
};
export const FAMILY: readonly [parent: Look, partner: Look, child: Look] = [PLAYER, PARTNER, CHILD];
