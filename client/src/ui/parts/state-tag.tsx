import { Glyph, type GlyphName } from './icon.tsx';

export type TagKind = 'repaid' | 'on-time' | 'late' | 'lost' | 'open' | 'refunded' | 'to-come';
const LOOK: Record<TagKind, readonly [className: string, glyph: GlyphName]> = {
  repaid: [' tag--ok', 'check-circle'],
  'on-time': [' tag--ok', 'check-circle'],
  late: [' tag--late', 'clock-countdown'],
  lost: [' tag--lost', 'x-circle'],
  open: [' tag--info', 'hourglass-medium'],
  refunded: ['', 'arrow-u-up-left'],
  'to-come': ['', 'circle-dashed'],
};

/** A state as icon and word; colour is only the third sign. */
export function StateTag({ kind, text }: { kind: TagKind; text: string }) {
  const [className, glyph] = LOOK[kind];
  return (
    <span className={`tag${className}`}>
      <Glyph name={glyph} /> {text}
    </span>
  );
}
