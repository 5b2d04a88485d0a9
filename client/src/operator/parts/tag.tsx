import type { ReactNode } from 'react';
import { Glyph, type GlyphName } from '../../ui/parts/icon.tsx';

export type Tone = 'ok' | 'draft' | 'info' | 'error' | 'late' | 'plain';

/** A state in a word; colour is only the second sign. */
export function Tag({ tone = 'plain', glyph, children }: { tone?: Tone; glyph?: GlyphName; children: ReactNode }) {
  return (
    <span className={tone === 'plain' ? 'tag' : `tag tag--${tone}`}>
      {glyph === undefined ? null : <Glyph name={glyph} />}
      {children}
    </span>
  );
}
