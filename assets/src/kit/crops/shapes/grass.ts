import { dark, light, mix } from '../../base/colour.ts';
import { ellipse, line, repeat, tenth } from '../../base/svg.ts';
import { type Growth, jitter, type LookOf } from './plant-shape.ts';

/** Rice and wheat: a sheaf of blades that bend over, with ears from flowering on. */
export function grass(look: LookOf<'grass'>, growth: Growth): string {
  const { stage, s, random } = growth;
  const colour = stage === 4 ? look.ripe : stage === 3 ? mix(look.leaf, look.ripe, 0.4) : look.leaf;
  return repeat(9, (i) => {
    const x = (i - 4) * 2.5;
    const bend = (i - 4) * 2.2 + jitter(growth, 4);
    const h = look.h * s * (0.8 + random() * 0.3);
    const blade = line(
      `M${tenth(x * 0.5)} 0Q${tenth(x * 0.7)} ${tenth(-h * 0.6)} ${tenth(x + bend)} ${tenth(-h)}`,
      i % 2 ? colour : dark(colour, 0.12),
      2.4,
    );
    const ear = repeat(stage >= 3 ? 4 : 0, (m) =>
      ellipse(
        x + bend + (m % 2 ? 1.7 : -1.7) + m * 0.3 * Math.sign(bend),
        -h + m * 2.8 - 3,
        2,
        2.7,
        m % 2 ? light(colour, 0.22) : dark(colour, 0.06),
      ),
    );
    return blade + ear;
  });
}
