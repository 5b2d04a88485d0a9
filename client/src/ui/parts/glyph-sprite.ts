import { GENERATED, GLYPH_ID } from './icon.tsx';

/**
 * Puts the sprite of glyphs into the page, once. Referring to the file instead would ask the server again for glyphs that are first needed
 * when there is no connection, such as the sign that says so. Without it words stand alone, which they can.
 */
export async function placeGlyphs(): Promise<void> {
  try {
    const response = await fetch(`${GENERATED}/glyphs.svg`);
    if (!response.ok) return;
    const sprite = new DOMParser().parseFromString(await response.text(), 'image/svg+xml').documentElement;
    for (const symbol of sprite.querySelectorAll('symbol')) symbol.id = GLYPH_ID + symbol.id;
    sprite.setAttribute('hidden', '');
    sprite.setAttribute('aria-hidden', 'true');
    document.body.append(document.adoptNode(sprite));
  } catch {
    // decoration only
  }
}
