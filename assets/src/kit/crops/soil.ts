import { type Colour, dark, light } from '../base/colour.ts';
import { project } from '../base/iso.ts';
import { PAL, SHADOW } from '../base/palette.ts';
import { cycle, each, ellipse, fill, line, type Point, tenth } from '../base/svg.ts';

/** Half the side of a bed, in tiles. */
const HALF = 0.45;

/** A bed of soil with three furrows; wet soil is darker and glints. */
export function soil(wet = false): string {
  const top = wet ? PAL.soilWet : PAL.soil;
  const side = wet ? PAL.soilWetDk : PAL.soilDk;
  const glints = each(
    [
      [-20, 2],
      [14, -8],
      [6, 10],
    ],
    ([x, y]) => ellipse(x, y, 3.6, 1.5, '#bfe0e6', 'opacity=".35"'),
  );
  return (
    roundedDiamond(SHADOW, 7, 'opacity=".18"') +
    roundedDiamond(dark(side, 0.22), 5) +
    roundedDiamond(side, 2) +
    roundedDiamond(top, 0) +
    each([-1, 0, 1], (row) => furrow(row, side, light(top, wet ? 0.1 : 0.2))) +
    (wet ? glints : '')
  );
}

function furrow(row: number, shade: Colour, crest: Colour): string {
  const a = project(-HALF * 0.84, row * HALF * 0.55);
  const b = project(HALF * 0.84, row * HALF * 0.55);
  return (
    line(`M${tenth(a[0])},${tenth(a[1])}L${tenth(b[0])},${tenth(b[1])}`, shade, 6, 'opacity=".8"') +
    line(`M${tenth(a[0])} ${tenth(a[1] - 2.5)}L${tenth(b[0])} ${tenth(b[1] - 2.5)}`, crest, 2, 'opacity=".7"')
  );
}

/** The bed's outline with rounded corners, `down` px lower. */
function roundedDiamond(colour: Colour, down: number, extra = ''): string {
  const corners = (
    [
      [-HALF, -HALF],
      [HALF, -HALF],
      [HALF, HALF],
      [-HALF, HALF],
    ] as const
  ).map(([x, y]): Point => {
    const [px, py] = project(x, y);
    return [px, py + down];
  });
  const between = (a: Point, b: Point): Point => [a[0] + (b[0] - a[0]) * 0.16, a[1] + (b[1] - a[1]) * 0.16];
  const comma = ([x, y]: Point): string => `${tenth(x)},${tenth(y)}`;
  const outline = corners.map((corner, i) => {
    const before = between(corner, cycle(corners, i + 3));
    const after = between(corner, cycle(corners, i + 1));
    return `${i ? 'L' : 'M'}${comma(before)}Q${comma(corner)} ${comma(after)}`;
  });
  return fill(`${outline.join('')}Z`, colour, extra);
}
