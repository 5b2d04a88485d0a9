import { type Cell, isFree, type WalkGrid } from '@bloomvale/shared/play/walk-grid';

export const ARROWS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] as const;
export type Arrow = (typeof ARROWS)[number];
export const isArrow = (key: string): key is Arrow => (ARROWS as readonly string[]).includes(key);

export type Step = readonly [dx: number, dy: number];

/** Steps along the tile axes. Up on screen is away along both; two keys at once walk along one axis. */
const STEP_OF: Readonly<Record<Arrow, Step>> = {
  ArrowUp: [-1, -1],
  ArrowDown: [1, 1],
  ArrowLeft: [-1, 1],
  ArrowRight: [1, -1],
};

/** The step that the held keys ask for, each part -1, 0 or 1; null when they cancel out. */
export function stepOf(held: ReadonlySet<Arrow>): Step | null {
  let x = 0;
  let y = 0;
  for (const key of held) {
    x += STEP_OF[key][0];
    y += STEP_OF[key][1];
  }
  return x === 0 && y === 0 ? null : [Math.sign(x), Math.sign(y)];
}

/** The free cell `reach` steps ahead, sliding along what stands in the way; `from` itself when nothing gives way. */
export function cellAhead(grid: WalkGrid, from: Cell, step: Step, reach: number): Cell {
  let at = from;
  for (let n = 0; n < reach; n++) {
    const next = stepsLike(step).find((each) => canStep(grid, at, each));
    if (next === undefined) break;
    at = [at[0] + next[0], at[1] + next[1]];
  }
  return at;
}

/** The step itself, then its two halves when it is diagonal, or the two diagonals beside it when it is not. */
function stepsLike([x, y]: Step): readonly Step[] {
  if (x !== 0 && y !== 0)
    return [
      [x, y],
      [x, 0],
      [0, y],
    ];
  return x === 0
    ? [
        [0, y],
        [1, y],
        [-1, y],
      ]
    : [
        [x, 0],
        [x, 1],
        [x, -1],
      ];
}

/** As the path search has it: nobody squeezes between two corners. */
function canStep(grid: WalkGrid, [x, y]: Cell, [dx, dy]: Step): boolean {
  if (!isFree(grid, [x + dx, y + dy])) return false;
  return dx === 0 || dy === 0 || (isFree(grid, [x + dx, y]) && isFree(grid, [x, y + dy]));
}
