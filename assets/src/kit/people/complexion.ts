import { type Colour, dark, mix } from '../base/colour.ts';
import { cycle } from '../base/svg.ts';
import type { HAIR_COLOURS, Look } from './look.ts';

const SKIN: readonly Colour[] = [
  '#f7dcc0',
  '#efc49b',
  '#dfa878',
  '#cb8e5f',
  '#b0754a',
  '#93593a',
  '#74432b',
  '#55301f',
];
const HAIR: Readonly<Record<(typeof HAIR_COLOURS)[number], Colour>> = {
  black: '#2a2126',
  dark: '#3f2c27',
  brown: '#664233',
  chestnut: '#8a5535',
  grey: '#a9a3a3',
  white: '#e4dfd8',
};

/** The colours of a person's face, all derived from skin and hair. */
export type Complexion = {
  readonly skin: Colour;
  readonly shade: Colour;
  readonly softShade: Colour;
  readonly blush: Colour;
  readonly lip: Colour;
  readonly eye: Colour;
  readonly hair: Colour;
  readonly brow: Colour;
};

export function complexion(look: Look): Complexion {
  const skin = cycle(SKIN, look.skin);
  const shade = dark(mix(skin, '#b4432e', 0.22), 0.12);
  const hair = hairColour(look.hairColor);
  const pale = look.hairColor === 'white' || look.hairColor === 'grey';
  return {
    skin,
    shade,
    softShade: mix(skin, shade, 0.55),
    blush: mix(skin, '#e0483e', 0.42),
    lip: look.fem ? mix(skin, '#a5243b', 0.55) : dark(mix(skin, '#8c2f2a', 0.4), 0.1),
    eye: look.skin > 5 ? '#1d1210' : '#2b1a16',
    hair,
    brow: dark(hair, pale ? 0.25 : 0.1),
  };
}

function hairColour(name: Look['hairColor']): Colour {
  if (name === undefined) return HAIR.black;
  return name in HAIR ? HAIR[name as keyof typeof HAIR] : name;
}
