import { iconFile } from '@bloomvale/assets/frames';
import type { GlyphName, IconName } from '@bloomvale/assets/manifest';

export type { GlyphName };

/** Where the asset build puts its files. */
export const GENERATED = '/generated';

/** Ids of the sprite's symbols in this document; the prefix keeps them apart from ids of our own. */
export const GLYPH_ID = 'glyph-';

/** Phosphor glyph from the sprite in the page: decoration beside a word or inside a labelled button, so hidden from assistive technology. */
export function Glyph({ name, size, fill = false }: { name: GlyphName; size?: 's' | 'l'; fill?: boolean }) {
  return (
    <svg className={size === undefined ? 'icon' : `icon icon--${size}`} aria-hidden="true">
      <use href={`#${GLYPH_ID}${name}${fill ? '-fill' : ''}`} />
    </svg>
  );
}

/** Coloured picture of a thing, decoration beside its word. `good` takes the icon name of a good in the catalogue. */
export function Icon({ name, good, size = 24 }: { name?: IconName; good?: string; size?: number }) {
  return (
    <img
      src={`${GENERATED}/${iconFile(good ?? name ?? 'seedling')}`}
      width={size}
      height={size}
      alt=""
      draggable={false}
    />
  );
}
