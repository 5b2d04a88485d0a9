import { resetIds } from '../base/random.ts';
import type { Look } from './look.ts';
import { bust } from './portrait.ts';

/** Soft backgrounds of portraits; which one follows from the id, so that a face keeps its colour. */
const PORTRAIT_GROUNDS = ['#bfe3d8', '#f9d9a6', '#cfe0f3', '#e3d6ef', '#f7cbb0', '#d8ebc4'] as const;

const groundOf = (id: string): string =>
  PORTRAIT_GROUNDS[[...id].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) % 9973, 7) % PORTRAIT_GROUNDS.length] ??
  PORTRAIT_GROUNDS[0];

/** One portrait as an SVG document of 200 x 200: drawn at build time for who ships with the release, by the server for who came later. */
export function portrait(id: string, look: Look, happy: boolean): string {
  resetIds();
  const drawn = bust(happy ? { ...look, eyes: 'happy' } : look);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200" width="200" height="200"><rect width="200" height="200" fill="${groundOf(id)}"/><g transform="translate(100 112) scale(1.08)">${drawn}</g></svg>`;
}
