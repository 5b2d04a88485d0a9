import { PersonLookSchema } from '@bloomvale/assets/kit/people/look';
import { bust } from '@bloomvale/assets/kit/people/portrait';
import { useMemo } from 'react';

/** The portrait as the kit draws it, as a picture of its own: nothing in it can run. Null when the look is not one the kit knows. */
export function portraitUrl(look: unknown): string | null {
  const read = PersonLookSchema.safeParse(look);
  if (!read.success) return null;
  // Framed like the game's pictures (assets/src/build/dom-pictures.ts); their ground follows from the id.
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200"><rect width="200" height="200" fill="#cfe0f3"/><g transform="translate(100 112) scale(1.08)">${bust(read.data)}</g></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** Live preview of a look. */
export function Portrait({ look, size, label }: { look: unknown; size: number; label: string }) {
  const url = useMemo(() => portraitUrl(look), [look]);
  return url === null ? null : <img className="portrait" src={url} width={size} height={size} alt={label} />;
}
