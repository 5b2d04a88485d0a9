import { mix } from '../base/colour.ts';
import { atTile, project } from '../base/iso.ts';
import { PAL } from '../base/palette.ts';
import { rng } from '../base/random.ts';
import { ellipse, fill, repeat, xy } from '../base/svg.ts';
import { flower, tuft } from '../nature/plants.ts';

/** Half the lot along x and y, tiles: a shop's footprint and a step more. */
const [X, Y] = [1.32, 1.14];

/** A trodden clearing where a funded shop will rise. It lies flat; the shop is drawn over it. */
export function lot(): string {
  const random = rng('lot');
  const pebbles = repeat(16, () => {
    const [px, py] = project((random() - 0.5) * 2 * X * 0.8, (random() - 0.5) * 2 * Y * 0.8);
    const rx = 3 + random() * 4;
    return ellipse(px, py, rx, rx * 0.46, mix(PAL.sand, PAL.stone, random() * 0.6), 'opacity=".8"');
  });
  const green = repeat(7, (i) => {
    const angle = (i / 7) * 6.283 + 0.4;
    const plant = i % 3 === 0 ? flower('#fff') : tuft(i % 2 ? PAL.grassMd : PAL.grassDk);
    return atTile(Math.cos(angle) * X * 0.86, Math.sin(angle) * Y * 0.86, plant, 0.7);
  });
  return (
    fill(softDiamond(1.06), PAL.grassDk, 'opacity=".16"') +
    fill(softDiamond(1), PAL.pathDk, 'opacity=".45"') +
    fill(softDiamond(0.94), PAL.path, 'opacity=".6"') +
    fill(softDiamond(0.6), PAL.sand, 'opacity=".45"') +
    pebbles +
    green
  );
}

/** The lot's outline with corners so round that it looks worn, not built. */
function softDiamond(grow: number): string {
  const at = (x: number, y: number): string => xy(project(x * X * grow, y * Y * grow));
  return `M${at(0, -1)}Q${at(0.96, -0.96)} ${at(1, 0)}Q${at(0.96, 0.96)} ${at(0, 1)}Q${at(-0.96, 0.96)} ${at(-1, 0)}Q${at(-0.96, -0.96)} ${at(0, -1)}Z`;
}
