import type { WorldMap } from '@bloomvale/shared/content/map';
import { Game, type Renderer, Scale, WEBGL } from 'phaser';
import { startAudio } from '../audio/audio.ts';
import { contentStore } from '../store/content.ts';
import { type PlaceKind, roomStore } from '../store/room.ts';
import { settingsStore } from '../store/settings.ts';
import { uiStore } from '../store/ui.ts';
import { exposeDebug } from './debug-hook.ts';
import { Disposables } from './loop/disposables.ts';
import { browserClock, FrameDriver, type Liveliness } from './loop/frame-driver.ts';
import { pixelRatioNow, watchPixelRatio } from './loop/pixel-ratio.ts';
import { placeOf } from './place.ts';
import { HomesteadScene } from './scenes/homestead-scene.ts';
import type { PlaceData, PlaceScene } from './scenes/place-scene.ts';
import { VillageScene } from './scenes/village-scene.ts';
import { AvatarSheets } from './textures/avatar-sheets.ts';
import { prepareBatches } from './textures/batch-programs.ts';
import { createGlCanvas } from './textures/gl-context.ts';
import { GlPictures } from './textures/gl-pictures.ts';
import { LabelSheet } from './textures/label-sheet.ts';
import { readWorldLists, type WorldLists, WorldTextures } from './textures/world-textures.ts';
import type { WorldContext } from './world-context.ts';

export type WorldHandle = { destroy(): void };

/** Milliseconds between two frames while only leaves and birds move; fewer behind a panel, or when nobody has touched anything for a while. */
const AMBIENT_MS = 50;
const IDLE_AMBIENT_MS = 120;
const LONG_IDLE_MS = 45_000;
/** Grass, should the ground ever be late. */
const BACKGROUND = '#97cd5c';
/** Fonts the canvas writes with: drawn before they are there, text would keep the substitute. */
const FONTS = ['800 13px Nunito', '700 14px Nunito', '800 26px "Baloo 2"'];

/**
 * Starts the world in `parent`, which fills the window: loads what it draws, then follows the room store from place to place.
 * @throws Error when the pictures cannot be loaded or the browser has no WebGL.
 */
export async function startWorld(parent: HTMLElement): Promise<WorldHandle> {
  const owned = new Disposables();
  const pixelRatio = pixelRatioNow();
  const fonts = Promise.all(FONTS.map((font) => document.fonts.load(font)));
  const lists = readWorldLists();
  lists.catch(() => undefined);
  const gl = createGlCanvas();
  // Answers of the server are read in between: what they ask next travels while the renderer is set up.
  await nextTask();
  const game = await bootGame(parent, pixelRatio, gl);
  const finishShaders = prepareBatches(game.renderer as Renderer.WebGL.WebGLRenderer);
  await fonts;
  owned.add(() => endGame(game));
  try {
    const world = await loadWorld(game, pixelRatio, lists, owned);
    finishShaders();
    owned.listen(document, 'visibilitychange', () => {
      world.driver.awake = !document.hidden;
    });
    const fitParent = keepSize(game, parent, world, owned);
    owned.add(startAudio());
    const places = new Places(game, world, owned);
    const look = watchPixelRatio((ratio) => redraw(game, parent, world, places, ratio, fitParent), owned);
    // Once a frame, and after it: no scene may be stopped while it is drawn.
    game.events.on('postrender', () => pixelRatioNow() !== world.pixelRatio && queueMicrotask(look));
    world.driver.awake = !document.hidden;
    exposeDebug(game, world, owned);
    return { destroy: () => owned.dispose() };
  } catch (fault) {
    owned.dispose();
    throw fault;
  }
}

/** Phaser draws and nothing else: input, sound, loading, tweens and the loop are our own. */
function bootGame(parent: HTMLElement, pixelRatio: number, gl: ReturnType<typeof createGlCanvas>): Promise<Game> {
  return new Promise((resolve, reject) => {
    try {
      const { clientWidth: width, clientHeight: height } = parent;
      new Game({
        type: WEBGL,
        ...gl,
        parent,
        backgroundColor: BACKGROUND,
        banner: false,
        autoFocus: false,
        audio: { noAudio: true },
        input: { keyboard: false, mouse: false, touch: false, gamepad: false },
        render: {
          antialias: true,
          roundPixels: false,
          // Two dozen people wear two dozen sheets: one texture a call, Phaser's habit on phones, would mean a hundred calls.
          autoMobileTextures: false,
        },
        scale: { mode: Scale.NONE, width: width * pixelRatio, height: height * pixelRatio, zoom: 1 / pixelRatio },
        callbacks: {
          postBoot: (booted) => {
            // Frames are asked for by the frame driver alone. The loop starts right after this call.
            queueMicrotask(() => {
              booted.loop.stop();
              // Fingers draw over plots and pan: the browser must not scroll or zoom meanwhile.
              booted.canvas.style.touchAction = 'none';
              resolve(booted);
            });
          },
        },
      });
    } catch (fault) {
      reject(fault);
    }
  });
}

const nextTask = (): Promise<void> => new Promise((done) => setTimeout(done));

function endGame(game: Game): void {
  game.destroy(true);
  // It ends with its next step, and nobody steps it any more.
  game.step(performance.now(), 16);
}

/** What `redraw` changes for all who hold the context. */
type World = { -readonly [K in keyof WorldContext]: WorldContext[K] };

async function loadWorld(
  game: Game,
  pixelRatio: number,
  lists: Promise<WorldLists>,
  owned: Disposables,
): Promise<World> {
  const pictures = new GlPictures(game.renderer as Renderer.WebGL.WebGLRenderer, () => driver.invalidate());
  const textures = new WorldTextures(game.textures, pictures);
  const people = new AvatarSheets(game.textures, pictures);
  await Promise.all([textures.loadAtlas(lists), people.loadFacts()]);
  const driver = new FrameDriver(browserClock, (now, delta) => {
    driver.ambientMs =
      now - touchedAt < LONG_IDLE_MS && uiStore.getState().panel === null ? AMBIENT_MS : IDLE_AMBIENT_MS;
    game.step(now, delta);
    return livelinessOf(game);
  });
  let touchedAt = performance.now();
  const touched = () => {
    touchedAt = performance.now();
  };
  for (const type of ['pointerdown', 'keydown'] as const) owned.listen(window, type, touched, { capture: true });
  const draw = () => driver.invalidate();
  owned.listen(matchMedia('(prefers-reduced-motion: reduce)'), 'change', draw);
  game.renderer.on('restorewebgl', draw);
  owned.add(() => driver.stop());
  owned.add(settingsStore.subscribe(draw));
  return { driver, textures, people, labels: new LabelSheet(game.textures, pixelRatio), pixelRatio };
}

function livelinessOf(game: Game): Liveliness {
  const scene = game.scene.getScenes(true)[0] as PlaceScene | undefined;
  return scene?.liveliness ?? 'still';
}

/** @returns fits the canvas to its place in the page now. */
function keepSize(game: Game, parent: HTMLElement, world: World, owned: Disposables): () => void {
  const fitParent = (): void => {
    if (!sizeCanvas(game, parent, world.pixelRatio)) return;
    for (const scene of game.scene.getScenes(true)) (scene as PlaceScene).resize();
    // In the same task: a stretched picture would flash until the next frame.
    game.step(performance.now(), 0);
  };
  const observer = new ResizeObserver(fitParent);
  observer.observe(parent);
  owned.add(() => observer.disconnect());
  return fitParent;
}

function sizeCanvas(game: Game, { clientWidth, clientHeight }: HTMLElement, pixelRatio: number): boolean {
  if (clientWidth === 0 || clientHeight === 0) return false;
  game.scale.resize(clientWidth * pixelRatio, clientHeight * pixelRatio);
  game.scale.setZoom(1 / pixelRatio);
  return true;
}

/** Another screen: canvas and words in its resolution, and the place shown anew where one looked. */
function redraw(
  game: Game,
  parent: HTMLElement,
  world: World,
  places: Places,
  pixelRatio: number,
  fitParent: () => void,
): void {
  world.pixelRatio = pixelRatio;
  places.showAgain(() => {
    world.labels.dispose();
    world.labels = new LabelSheet(game.textures, pixelRatio);
    sizeCanvas(game, parent, pixelRatio);
  });
  fitParent();
  world.driver.invalidate();
}

/** A garden of the first day is on the atlas' first pages; anything else may show anything. */
function needsAll(kind: PlaceKind): boolean {
  const { house, stallLevel } = roomStore.getState();
  return kind !== 'homestead' || house > 1 || stallLevel > 1;
}

/** Shows the place one is in: a scene for each kind, started anew at every visit. */
class Places {
  readonly #game: Game;
  readonly #world: WorldContext;
  #entering = 0;
  /** As the place is drawn. */
  #map: WorldMap | null = null;
  #shown: { readonly kind: PlaceKind; readonly data: PlaceData } | null = null;

  constructor(game: Game, world: WorldContext, owned: Disposables) {
    this.#game = game;
    this.#world = world;
    game.scene.add('village', new VillageScene(world), false);
    game.scene.add('homestead', new HomesteadScene(world), false);
    owned.add(
      roomStore.subscribe(
        (state) => state.visit,
        () => this.#follow(),
      ),
    );
    owned.add(contentStore.subscribe(() => (this.#entering === 0 || this.#isRedrawn()) && this.#follow()));
    this.#follow();
  }

  /** Ends the scene that is shown, lets its textures be made anew, and starts it again where the camera stood. */
  showAgain(between: () => void): void {
    const active = this.#game.scene.getScenes(true)[0] as PlaceScene | undefined;
    const eye = active?.rig?.eye;
    if (active !== undefined) this.#game.scene.stop(active.scene.key);
    between();
    if (this.#shown === null) return;
    const { kind, data } = this.#shown;
    this.#enter(kind, eye === undefined ? data : { ...data, eye });
    this.#shown = { kind, data };
  }

  /** Another catalogue may draw the place anew; most leave it as it is, and nobody should see it begin again. */
  #isRedrawn(): boolean {
    const map = this.#mapNow();
    return map !== undefined && this.#map !== null && JSON.stringify(map) !== JSON.stringify(this.#map);
  }

  #mapNow(): WorldMap | undefined {
    const { kind } = roomStore.getState();
    return contentStore.getState().content?.maps.find(({ id }) => id === kind);
  }

  #follow(): void {
    const { kind } = roomStore.getState();
    const map = this.#mapNow();
    if (kind === null || map === undefined) return;
    this.#map = map;
    const turn = ++this.#entering;
    const { textures } = this.#world;
    Promise.all([textures.ground(kind), needsAll(kind) ? textures.whole() : null]).then(
      ([ground]) => {
        // Somebody quick may be in a third place by now.
        if (turn === this.#entering) this.#enter(kind, { place: placeOf(map), ground });
      },
      () => {
        // The ground could not be fetched: try again when the next visit begins; the former place stays on screen.
        if (turn === this.#entering) this.#entering = 0;
      },
    );
  }

  #enter(kind: PlaceKind, data: PlaceData): void {
    const { scene } = this.#game;
    this.#shown = { kind, data };
    for (const active of scene.getScenes(true)) scene.stop(active.scene.key);
    scene.start(kind, data);
    this.#world.driver.invalidate();
    if (uiStore.getState().worldReady) return;
    this.#game.events.once('postrender', () => {
      uiStore.setState({ worldReady: true });
      // The rest of the atlas, for the village and for what grows. Who needs it asks again, so a failure is theirs to see.
      this.#world.textures.whole().then(
        () => this.#world.driver.invalidate(),
        () => undefined,
      );
    });
  }
}
