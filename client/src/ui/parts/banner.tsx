import type { ReactNode } from 'react';
import { Glyph, type GlyphName } from './icon.tsx';

type Kind = 'info' | 'caution' | 'error' | 'ok' | 'offline';
const GLYPHS: Record<Kind, GlyphName> = {
  info: 'info',
  caution: 'warning',
  error: 'x-circle',
  ok: 'check-circle',
  offline: 'wifi-slash',
};
const CLASSES: Record<Kind, string> = {
  info: '',
  caution: ' banner--caution',
  error: ' banner--error',
  ok: ' banner--ok',
  offline: ' banner--caution',
};

type Props = {
  readonly kind: Kind;
  /** What happened; the body says why, then what next. */
  readonly title: string;
  /** `alert` only when the player's own action failed. */
  readonly role?: 'status' | 'alert';
  readonly children?: ReactNode;
};

export function Banner({ kind, title, role, children }: Props) {
  return (
    <div className={`banner${CLASSES[kind]}`} role={role}>
      <Glyph name={GLYPHS[kind]} />
      <div>
        <b>{title}</b>
        {children === undefined ? null : <div>{children}</div>}
      </div>
    </div>
  );
}
