import type { TilePoint, WorldMap } from '@bloomvale/shared/content/map';
import type { GameObjects, Scene } from 'phaser';
import { type HitList, PRIORITY } from '../input/hit-list.ts';
import type { Disposables } from '../loop/disposables.ts';
import type { Liveliness } from '../loop/frame-driver.ts';
import { movingDepth, type Standing, staticDepths } from '../space/depth-order.ts';
import { DEPTH } from '../space/depths.ts';
import type { Frame, Part } from '../space/frame.ts';
import { overlaps, type Rect, tileToWorld } from '../space/iso.ts';
import { ATLAS, type Ground } from '../textures/world-textures.ts';
import { atlasImage, boundsOf, touches } from './sprites.ts';

type MapObject = WorldMap['objects'][number];
export type Thing = {
  readonly object: MapObject;
  readonly image: GameObjects.Image;
  readonly bounds: Rect;
};

/** World pixels round the view within which things are drawn, so that a pan does not rebuild the list each frame. */
const MARGIN = 120;

/** Ground frames lie flat: nobody is ever behind them. */
const isFlat = (object: MapObject): boolean => object.frame.startsWith('g/');

/** The painted ground and everything the map places on it. Never moves; what lies outside the view is not drawn. */
export class Scenery implements Part {
  readonly things: readonly Thing[];
  readonly #standing: Standing[];
  readonly #depths: number[];
  /** Only things with a footprint can swallow a walker; the rest is told by x + y. */
  readonly #walls: Standing[];
  /** Depths of the walls, each at its wall's place: side by side, because every walker asks for all of them every frame. */
  readonly #wallDepths: number[];
  #shown: Rect | null = null;

  constructor(scene: Scene, map: WorldMap, ground: Ground, hits: HitList, owned: Disposables) {
    paintGround(scene, ground);
    // A newer map may place what this build has not drawn: it is left out.
    const drawn = map.objects.filter(({ frame }) => scene.textures.get(ATLAS).has(frame));
    this.things = drawn.map((object) => place(scene, object));
    this.#standing = this.things.map(standingOf);
    this.#depths = staticDepths(this.#standing);
    this.things.forEach(({ image, object }, i) => {
      const depth = this.#depths[i] as number;
      image.setDepth(isFlat(object) ? DEPTH.flat + object.at[0] + object.at[1] : depth);
    });
    this.#walls = this.#standing.filter(({ half }) => half !== null);
    this.#wallDepths = this.#depths.filter((_, i) => this.#standing[i]?.half !== null);
    for (const thing of this.things) this.#makeTappable(thing, hits, owned);
  }

  /** Depth of something that moves or was added later, at `at`, covering `bounds`. */
  depthOf(at: TilePoint, bounds: Rect): number {
    return movingDepth(at, bounds, this.#walls, this.#wallDepths);
  }

  /** Something with a footprint that the map does not hold, such as a shop on its lot. @returns takes it away again. */
  addWall(at: TilePoint, half: readonly [number, number], bounds: Rect, depth: number): () => void {
    const wall = { at, half, bounds, nudge: 0 };
    this.#walls.push(wall);
    this.#wallDepths.push(depth);
    return () => {
      const index = this.#walls.indexOf(wall);
      if (index < 0) return;
      this.#walls.splice(index, 1);
      this.#wallDepths.splice(index, 1);
    };
  }

  ofFrame(test: (frame: string) => boolean): readonly Thing[] {
    return this.things.filter(({ object }) => test(object.frame));
  }

  update({ eye, view }: Frame): Liveliness {
    const width = view.width / eye.zoom;
    const height = view.height / eye.zoom;
    const seen: Rect = { x: eye.x - width / 2, y: eye.y - height / 2, width, height };
    if (this.#shown !== null && covers(this.#shown, seen)) return 'still';
    this.#shown = { x: seen.x - MARGIN, y: seen.y - MARGIN, width: width + 2 * MARGIN, height: height + 2 * MARGIN };
    for (const { image, bounds } of this.things) image.setVisible(overlaps(bounds, this.#shown));
    return 'still';
  }

  #makeTappable({ object, image }: Thing, hits: HitList, owned: Disposables): void {
    if (object.action === null) return;
    const { action } = object;
    owned.add(
      hits.add({
        target: { kind: 'object', action },
        priority: PRIORITY.standing,
        depth: () => image.depth,
        contains: (point) => touches(image, point),
      }),
    );
  }
}

/**
 * The painted ground and its mirror images all round it: where a card hides the edge and the camera looks beyond it, paths and grass
 * simply go on. What is not in view costs nothing.
 */
function paintGround(scene: Scene, { key, rect }: Ground): void {
  for (const column of [-1, 0, 1]) {
    for (const row of [-1, 0, 1]) {
      const image = scene.add.image(rect.x + column * rect.width, rect.y + row * rect.height, key).setOrigin(0, 0);
      image.setDisplaySize(rect.width, rect.height).setDepth(DEPTH.ground);
      image.setFlip(column !== 0, row !== 0);
    }
  }
}

function place(scene: Scene, object: MapObject): Thing {
  const image = atlasImage(scene, object.frame, tileToWorld(object.at), object.scale);
  image.setFlipX(object.flip);
  return { object, image, bounds: boundsOf(image) };
}

function standingOf({ object, bounds }: Thing): Standing {
  return { at: object.at, half: isFlat(object) ? null : object.blocks, bounds, nudge: object.depth };
}

const covers = (outer: Rect, inner: Rect): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;
