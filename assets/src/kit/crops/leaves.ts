import { type Colour, dark } from '../base/colour.ts';
import { ellipse, fill, group, tenth } from '../base/svg.ts';

/** A leaf from (x, y), pointing `angle` degrees from the right, `length` long and `w` to each side; its lower half is in shade. */
export const leaf = (x: number, y: number, angle: number, length: number, w: number, colour: Colour): string =>
  group(
    `translate(${tenth(x)} ${tenth(y)}) rotate(${tenth(angle)})`,
    fill(
      `M0 0C${tenth(length * 0.25)} ${tenth(-w)} ${tenth(length * 0.75)} ${tenth(-w * 0.8)} ${tenth(length)} 0C${tenth(length * 0.75)} ${tenth(w * 0.8)} ${tenth(length * 0.25)} ${tenth(w)} 0 0Z`,
      colour,
    ) +
      fill(
        `M0 0C${tenth(length * 0.25)} ${tenth(w)} ${tenth(length * 0.75)} ${tenth(w * 0.8)} ${tenth(length)} 0C${tenth(length * 0.6)} ${tenth(w * 0.12)} ${tenth(length * 0.3)} ${tenth(w * 0.1)} 0 0Z`,
        dark(colour, 0.17),
      ),
  );

/** A fruit with a shaded right side and a highlight. */
export const fruit = (x: number, y: number, rx: number, ry: number, colour: Colour, angle = 0): string =>
  group(
    `translate(${tenth(x)} ${tenth(y)}) rotate(${angle})`,
    ellipse(0, 0, rx, ry, colour) +
      fill(
        `M${tenth(rx * 0.2)} ${tenth(ry * 0.95)}C${tenth(rx * 0.9)} ${tenth(ry * 0.5)} ${tenth(rx * 0.9)} ${tenth(-ry * 0.4)} ${tenth(rx * 0.45)} ${tenth(-ry * 0.88)}C${tenth(rx * 1.25)} ${tenth(-ry * 0.5)} ${tenth(rx * 1.25)} ${tenth(ry * 0.9)} ${tenth(rx * 0.2)} ${tenth(ry * 0.95)}Z`,
        dark(colour, 0.24),
      ) +
      ellipse(-rx * 0.35, -ry * 0.35, rx * 0.26, ry * 0.26, '#fff', 'opacity=".65"'),
  );
