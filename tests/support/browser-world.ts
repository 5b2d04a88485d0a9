import type { WorldDebug } from '../../client/src/game/debug-hook.ts';
import { toScreen } from '../../client/src/game/space/camera-math.ts';
import { type Px, tileToWorld } from '../../client/src/game/space/iso.ts';
import { PATIENCE_MS, type Player } from './browser.ts';

export type WorldWindow = { __bloomvaleWorld?: WorldDebug };
/** Pieces a way between two plots is cut into: each is an event the page has to answer before the next is sent. */
const STEPS = 2;
const STEP_MS = 16;

/** Resolves when the scene of this place has drawn its first frame and the camera stands still. */
export function worldShows(player: Player, kind: 'village' | 'homestead'): Promise<void> {
  const shows = (): Promise<boolean> =>
    player.page.evaluate(async (wanted) => {
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      const eye = (): string | null => {
        const scene = (window as unknown as WorldWindow).__bloomvaleWorld?.scene();
        return scene?.scene.key === wanted && scene.rig !== undefined ? JSON.stringify(scene.rig.eye) : null;
      };
      // The camera is put in its place by the first frame, which a scene that is there already has asked for.
      if (eye() === null) return false;
      await frame();
      await frame();
      const before = eye();
      await new Promise((done) => setTimeout(done, 120));
      await frame();
      return before !== null && before === eye();
    }, kind);
  return until(shows, `the ${kind} is drawn`);
}

/** Where a tile of the map is on screen now; CSS pixels of the window. */
export async function tilePoint(player: Player, tile: readonly [number, number]): Promise<Px> {
  const { eye, view } = await player.page.evaluate(() => {
    const rig = (window as unknown as WorldWindow).__bloomvaleWorld?.scene()?.rig;
    if (rig === undefined) throw new Error('the world has not started');
    return { eye: rig.eye, view: rig.view };
  });
  return toScreen(tileToWorld([tile[0], tile[1]]), eye, view);
}

/** The middle of each of these plots of the homestead on screen. */
export async function plotPoints(player: Player, plots: readonly number[]): Promise<Px[]> {
  const { content } = await player.read('content');
  const map = content?.maps.find(({ id }) => id === 'homestead');
  if (map === undefined) throw new Error('the client has no content yet');
  const points: Px[] = [];
  for (const plot of plots) {
    const spot = map.spots.plots[plot];
    if (spot === undefined) throw new Error(`the homestead has no plot ${plot}`);
    points.push(await tilePoint(player, [spot[0], spot[1]]));
  }
  return points;
}

/** Draws over these points in one go: a mouse on the desktop, a finger on the phone. */
export async function stroke(player: Player, points: readonly Px[]): Promise<void> {
  const way = withSteps(points);
  if (player.size === 'phone') return strokeByFinger(player, way);
  const { mouse } = player.page;
  const [first, ...rest] = way;
  if (first === undefined) return;
  await mouse.move(first.x, first.y);
  await mouse.down();
  for (const { x, y } of rest) await mouse.move(x, y);
  await mouse.up();
}

async function strokeByFinger(player: Player, way: readonly Px[]): Promise<void> {
  const cdp = await player.cdp();
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Px[]) =>
    cdp.send('Input.dispatchTouchEvent', { type, touchPoints });
  const [first, ...rest] = way;
  if (first === undefined) return;
  await touch('touchStart', [first]);
  for (const point of rest) {
    await player.page.waitForTimeout(STEP_MS);
    await touch('touchMove', [point]);
  }
  await touch('touchEnd', []);
}

const withSteps = (points: readonly Px[]): Px[] =>
  points.flatMap((to, i) => {
    const from = points[i - 1];
    if (from === undefined) return [to];
    return Array.from({ length: STEPS }, (_, n) => ({
      x: from.x + ((to.x - from.x) * (n + 1)) / STEPS,
      y: from.y + ((to.y - from.y) * (n + 1)) / STEPS,
    }));
  });

/** What the running world holds now: what must not grow from visit to visit, and frames drawn so far. */
export async function worldFigures(player: Player): Promise<WorldFigures> {
  return player.page.evaluate(() => {
    const world = (window as unknown as WorldWindow).__bloomvaleWorld;
    if (world === undefined) throw new Error('the world has not started');
    return {
      frames: world.frames(),
      textures: [...world.textures()].sort(),
      labels: world.labels(),
      drawCalls: world.drawCalls(),
      counts: { ...world.counts() },
      scriptMs: [...world.scriptMs],
    };
  });
}
export type WorldFigures = {
  readonly frames: number;
  readonly textures: readonly string[];
  readonly labels: number;
  readonly drawCalls: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly scriptMs: readonly number[];
};

/** Waits until `test` holds of what the client knows. */
export async function until(test: () => Promise<boolean>, what: string, withinMs = PATIENCE_MS): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await test())) {
    if (Date.now() > deadline) throw new Error(`never happened within ${withinMs / 1_000} s: ${what}`);
    await new Promise((done) => setTimeout(done, 60));
  }
}
