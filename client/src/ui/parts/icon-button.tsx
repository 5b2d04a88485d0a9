import type { ComponentProps } from 'react';
import { Glyph, type GlyphName } from './icon.tsx';

type Props = ComponentProps<'button'> & {
  /** Says the action and its object: "Close the stall". */
  readonly label: string;
  readonly glyph: GlyphName;
  readonly fill?: boolean;
  readonly flat?: boolean;
  /** A count on the corner; 0 shows none. It must be said in `label` as well. */
  readonly badge?: number;
};

export function IconButton({ label, glyph, fill = false, flat = false, badge = 0, className, ...rest }: Props) {
  return (
    <button
      type="button"
      {...rest}
      className={`icon-btn${flat ? ' icon-btn--flat' : ''}${className === undefined ? '' : ` ${className}`}`}
      aria-label={label}
    >
      <Glyph name={glyph} fill={fill} />
      {badge > 0 ? (
        <span className="badge" aria-hidden="true">
          {badge}
        </span>
      ) : null}
    </button>
  );
}
