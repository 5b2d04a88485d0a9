import { nearestReachable } from '@bloomvale/shared/play/walk-path';
import { Scene, Scenes } from 'phaser';
import { intents } from '../../store/intents.ts';
import { serverNow } from '../../store/net.ts';
import { type Cell, roomStore } from '../../store/room.ts';
import { motionReduced } from '../../store/settings.ts';
import { type Highlight, type Inset, type Panel, uiStore } from '../../store/ui.ts';
import { CameraRig } from '../camera-rig.ts';
import { Effects } from '../fx/effects.ts';
import { ArrowInput } from '../input/arrow-input.ts';
import { HitList, type Target } from '../input/hit-list.ts';
import { bindPointers } from '../input/pointer-input.ts';
import { Touch } from '../input/touch.ts';
import { Disposables } from '../loop/disposables.ts';
import type { Liveliness } from '../loop/frame-driver.ts';
import { Motions } from '../loop/motions.ts';
import { HeadBubbles } from '../people/head-bubbles.ts';
import { Players } from '../people/players.ts';
import type { Place } from '../place.ts';
import type { Eye } from '../space/camera-math.ts';
import { type Frame, livelier, type Part } from '../space/frame.ts';
import { type Px, type Rect, tileToWorld, worldToTile } from '../space/iso.ts';
import type { Ground } from '../textures/world-textures.ts';
import { Ambient } from '../views/ambient.ts';
import { GroundMarks } from '../views/ground-marks.ts';
import { Mood } from '../views/mood.ts';
import { Scenery } from '../views/scenery.ts';
import type { WorldContext } from '../world-context.ts';

export type PlaceData = {
  readonly place: Place;
  readonly ground: Ground;
  /** Where the camera stands to begin with; else it shows what the player came to see. */
  readonly eye?: Eye;
};

/**
 * What the village and a homestead have in common: the ground and what stands on it, people, camera, touch and light. Made anew at
 * every visit; whatever it listens to belongs to `owned` and ends with the scene.
 */
export abstract class PlaceScene extends Scene {
  protected readonly world: WorldContext;
  protected owned = new Disposables();
  protected place!: Place;
  protected scenery!: Scenery;
  protected players!: Players;
  protected effects!: Effects;
  protected readonly hits = new HitList();
  protected readonly motions = new Motions();
  rig!: CameraRig;
  liveliness: Liveliness = 'moving';
  #ground!: Ground;
  #parts: Part[] = [];
  #marks!: GroundMarks;
  #arrows!: ArrowInput;
  #opened = false;
  #eye: Eye | null = null;
  #visit = 0;
  /** Where the player tapped what opened the panel that lies over the world: it must stay in sight. World pixels. */
  #tapped: Px | null = null;

  constructor(key: string, world: WorldContext) {
    super({ key });
    this.world = world;
  }

  init(data: PlaceData): void {
    this.owned = new Disposables();
    this.place = data.place;
    this.#ground = data.ground;
    this.#eye = data.eye ?? null;
    this.#parts = [];
    this.#opened = false;
    this.#visit = roomStore.getState().visit;
    this.liveliness = 'moving';
    this.events.once(Scenes.Events.SHUTDOWN, () => {
      this.motions.clear();
      this.owned.dispose();
    });
  }

  create(): void {
    const { world, owned, hits, place } = this;
    this.scenery = new Scenery(this, place.map, this.#ground, hits, owned);
    this.rig = new CameraRig(this.cameras.main, this.#ground.rect, this.#view(), world.pixelRatio);
    this.players = new Players(this, world, place, this.scenery, hits, owned);
    this.effects = new Effects(this, world, this.motions, () => this.rig, owned);
    this.#marks = new GroundMarks(this, (highlight) => this.locate(highlight), owned);
    this.#arrows = new ArrowInput(
      place.grid,
      () => this.#ownCell(),
      (cell) => void this.#walkTo(cell),
      owned,
    );
    this.#parts.push(this.scenery, this.players, ...this.furnish(), this.#marks);
    this.#parts.push(new HeadBubbles(this, world, this.players, owned));
    this.#parts.push(new Ambient(this, this.scenery, owned), new Mood(this, this.scenery, owned));
    this.#bindTouch();
    this.#bindStores();
  }

  override update(now: number, delta: number): void {
    // The store holds another room already: this one stands still until its successor is drawn.
    if (roomStore.getState().visit !== this.#visit) return;
    this.motions.tick(now);
    const { inset } = uiStore.getState();
    if (!this.#opened) this.#open(inset, now);
    const subject = this.#subject();
    this.#arrows.update();
    let next: Liveliness = this.motions.busy ? 'moving' : 'still';
    const before = this.#frame(now, delta);
    next = livelier(next, this.rig.update(delta, subject, inset, before.calm));
    const frame = this.#frame(now, delta);
    for (const part of this.#parts) next = livelier(next, part.update(frame));
    this.world.labels.upload();
    this.liveliness = next;
  }

  /** For the debug hook: what must not grow from visit to visit. */
  debugCounts(): Readonly<Record<string, number>> {
    return { owned: this.owned.size, hits: this.hits.size, motions: this.motions.size, players: this.players.count };
  }

  /** The view changed its size; CSS pixels. */
  resize(): void {
    if (this.#parts.length > 0) this.rig.resize(this.#view());
  }

  /** Puts in what only this kind of place has. Called once a visit. */
  protected abstract furnish(): readonly Part[];
  /** Where something is, world pixels; null when it is not here. */
  protected abstract locate(highlight: Highlight): Px | null;
  /** What the player came to see, world pixels; a point when size does not matter. */
  protected abstract opening(): Rect;
  /** What is to stay in sight beside this panel; null when nothing is. */
  protected besidePanel(_panel: Panel): Rect | null {
    return null;
  }
  /** Whether a press here begins a stroke over plots instead of a drag of the camera. */
  protected strokes(_target: Target | null): boolean {
    return false;
  }
  protected strokeOver(_phase: 'start' | 'move' | 'end', _from: Px, _to: Px): void {}
  protected tap(target: Target, at: Px, screen: Px): void {
    this.#tapped = at;
    this.answerTap(target);
    if (target.kind === 'avatar') intents.tapAvatar(target.id);
    else if (target.kind === 'object') intents.tapObject(target.action);
    else if (target.kind === 'shop') intents.tapShop(target.loanId);
    else if (target.kind === 'wish') intents.tapWish(target.wish);
    else this.tapPlot(target.plot, at, screen);
  }
  /** What was tapped gives way a little, before anything else happens. */
  protected answerTap(target: Target): void {
    if (target.kind === 'avatar') {
      const view = this.players.viewOf(target.id);
      if (view !== null) this.effects.pop((scale) => view.squash(1 - scale));
    } else if (target.kind === 'object') {
      const thing = this.scenery.things.find(({ object }) => object.action === target.action);
      if (thing !== undefined) this.effects.popThing(thing);
    }
  }
  protected tapPlot(_plot: number, _at: Px, _screen: Px): void {}
  protected hover(_target: Target | null, _screen: Px): void {}

  /** Objects, people and spots that every place knows. */
  protected locateCommon(highlight: Highlight): Px | null {
    if (highlight.kind === 'avatar') return this.players.at(highlight.id);
    if (highlight.kind !== 'object') return null;
    const thing = this.scenery.things.find(({ object }) => object.action === highlight.action);
    return thing === undefined ? null : { x: thing.image.x, y: thing.image.y };
  }

  /** To the free cell nearest to a point, and marks where that is. */
  protected walkTowards(point: Px): void {
    const [x, y] = worldToTile(point);
    const to = this.#walkTo(this.place.grid.cellOf(x, y));
    if (to !== null) this.#marks.target(tileToWorld(this.place.grid.tileOf(to[0], to[1])), this.motions);
  }

  /** From the cell that the avatar is drawn in. @returns where the walk ends; null when there is nowhere to go. */
  #walkTo(cell: Cell): Cell | null {
    const from = this.#ownCell();
    const to = from === null ? null : nearestReachable(this.place.grid, from, cell);
    if (from === null || to === null || (to[0] === from[0] && to[1] === from[1])) return null;
    intents.walkTo(to, from);
    if (uiStore.getState().focus === null) this.rig.follow();
    return to;
  }

  #ownCell(): Cell | null {
    return this.players.self?.track.cell(serverNow()) ?? null;
  }

  #frame(now: number, delta: number): Frame {
    return { now, delta, server: serverNow(), eye: this.rig.eye, view: this.rig.view, calm: motionReduced() };
  }

  #view() {
    const { width, height } = this.scale;
    return { width: width / this.world.pixelRatio, height: height / this.world.pixelRatio };
  }

  #subject(): Px {
    const { focus } = uiStore.getState();
    const at = focus === null ? null : this.locate(focus);
    if (at === null && this.rig.mode === 'focus' && this.#tapped !== null) return this.#tapped;
    return at ?? this.players.self?.view.at ?? this.spot(this.place.map.spots.spawn[0]) ?? { x: 0, y: 0 };
  }

  #open(inset: Inset, now: number): void {
    this.#opened = true;
    // Whom one came as must stand there before the camera can look at them.
    for (const part of this.#parts) part.update(this.#frame(now, 0));
    if (this.#eye === null) this.rig.open(this.opening(), inset);
    else this.rig.stand(this.#eye, inset);
    if (uiStore.getState().focus !== null) this.rig.focus();
  }

  #bindTouch(): void {
    const element = this.game.canvas;
    const touch = new Touch({
      element,
      rig: this.rig,
      targetAt: (point) => this.hits.at(point),
      strokes: (target) => this.strokes(target),
      strokeOver: (phase, from, to) => this.strokeOver(phase, from, to),
      tap: (target, at, screen) => this.tap(target, at, screen),
      tapGround: (point) => this.walkTowards(point),
      hover: (target, screen) => this.hover(target, screen),
      changed: () => this.world.driver.invalidate(),
    });
    bindPointers(element, touch, this.owned);
  }

  #bindStores(): void {
    const { owned } = this;
    const draw = () => this.world.driver.invalidate();
    owned.add(
      uiStore.subscribe(
        (state) => state.focus,
        (focus) => {
          if (focus === null) this.rig.rest();
          else this.rig.focus();
          draw();
        },
      ),
    );
    owned.add(
      uiStore.subscribe(
        (state) => state.highlight,
        (highlight) => {
          this.#marks.highlight(highlight);
          const at = highlight === null ? null : this.locate(highlight);
          if (at !== null) this.rig.reveal(at, uiStore.getState().inset);
          draw();
        },
      ),
    );
    owned.add(
      uiStore.subscribe(
        (state) => state.inset,
        () => this.#keepTapped(),
      ),
    );
    owned.add(
      uiStore.subscribe(
        (state) => state.panel,
        () => this.#keepTapped(),
      ),
    );
    owned.add(
      uiStore.subscribe(
        (state) => state.looked,
        () => {
          this.rig.show(this.opening());
          draw();
        },
      ),
    );
    owned.add(roomStore.subscribe(draw));
  }

  /** A card has come or gone: what was tapped is not to lie under it. */
  #keepTapped(): void {
    const { panel, focus, inset } = uiStore.getState();
    if (focus === null && panel === null) this.#tapped = null;
    const extent = panel === null ? null : this.besidePanel(panel);
    if (focus === null && extent !== null) this.rig.show(extent);
    else if (focus === null && this.#tapped !== null) this.rig.reveal(this.#tapped, inset);
    else if (focus === null) this.rig.rest();
    this.world.driver.invalidate();
  }

  /** A spot of the map in world pixels. */
  protected spot(at: readonly [number, number] | undefined): Px | null {
    return at === undefined ? null : tileToWorld([at[0], at[1]]);
  }
}
