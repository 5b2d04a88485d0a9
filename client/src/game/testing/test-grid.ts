import type { WalkGrid } from '@bloomvale/shared/play/walk-grid';

/** A walking grid drawn in rows: `#` is blocked. Cells of half a tile, cell (0, 0) at tile (0, 0). For tests. */
export function testGrid(rows: readonly string[]): WalkGrid {
  const w = rows[0]?.length ?? 0;
  const h = rows.length;
  const blocked = new Uint8Array(w * h);
  rows.forEach((row, y) => {
    for (let x = 0; x < w; x++) if (row[x] === '#') blocked[y * w + x] = 1;
  });
  const within = (value: number, last: number) => Math.min(last, Math.max(0, value));
  return {
    w,
    h,
    blocked,
    cellOf: (x, y) => [within(Math.floor(x * 2), w - 1), within(Math.floor(y * 2), h - 1)],
    tileOf: (cx, cy) => [(cx + 0.5) / 2, (cy + 0.5) / 2],
  };
}
