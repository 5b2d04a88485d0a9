import type { Colour } from '../base/colour.ts';
import type { AnimalFrame } from './animal-parts.ts';
import { goat } from './goat.ts';
import { hen } from './hen.ts';
import { hive } from './hive.ts';
import { sheep } from './sheep.ts';

/** Animals that have three frames, feet on (0, 0), looking to the right; mirror them for the other side. */
const DRAW = { hen, goat, sheep, hive };
export type AnimalKind = keyof typeof DRAW;
export const ANIMALS: readonly AnimalKind[] = ['hen', 'goat', 'sheep', 'hive'];
export const ANIMAL_FRAMES: readonly AnimalFrame[] = [0, 1, 2];

/** Colours an animal may be given; each drawing names those it uses. */
export type AnimalColours = { colour?: Colour; patch?: Colour; wool?: Colour; face?: Colour };

export const animal = (kind: AnimalKind, frame: AnimalFrame = 0, colours: AnimalColours = {}): string =>
  DRAW[kind](frame, colours);
