import { itemFrame } from '@bloomvale/assets/frames';
import type { Emote } from '@bloomvale/shared/protocol/commands';
import type { Scene } from 'phaser';
import { onEffect } from '../../store/effects.ts';
import { playerStore } from '../../store/player.ts';
import type { Disposables } from '../loop/disposables.ts';
import type { Liveliness } from '../loop/frame-driver.ts';
import { backOut } from '../loop/motions.ts';
import type { Frame, Part } from '../space/frame.ts';
import type { Px } from '../space/iso.ts';
import { speechBubble } from '../textures/label-styles.ts';
import { LabelView } from '../views/label-view.ts';
import type { WorldContext } from '../world-context.ts';
import { HEAD } from './avatar-view.ts';
import { BubbleView } from './bubble-view.ts';
import type { Players } from './players.ts';

/** Above the name tag, CSS pixels. */
const OVER_TAG = 26;
const EMOTE_MS = 2600;
/** Long enough to read the longest phrase twice. */
const SAY_MS = 4500;
const POP_MS = 200;
const FADE_MS = 180;

/** Icons of the asset manifest. */
const EMOTE_ICON: Readonly<Record<Emote, string>> = {
  wave: 'waving-hand',
  heart: 'red-heart',
  laugh: 'grinning-face-with-smiling-eyes',
  clap: 'clapping-hands',
  wow: 'star-struck',
  thanks: 'folded-hands',
};
/** Shown when the atlas lacks an icon. */
const EMOTE_FALLBACK = 'thumbs-up';

type Shown = {
  readonly until: number;
  readonly since: number;
  readonly draw: (at: Px, frame: Frame, depth: number, grown: number, alpha: number) => void;
  readonly destroy: () => void;
};

/** Emotes and phrases over people's heads: one at a time each, the newest wins. */
export class HeadBubbles implements Part {
  readonly #scene: Scene;
  readonly #world: WorldContext;
  readonly #players: Players;
  readonly #shown = new Map<string, Shown>();
  readonly #waiting: ((now: number) => void)[] = [];

  constructor(scene: Scene, world: WorldContext, players: Players, owned: Disposables) {
    this.#scene = scene;
    this.#world = world;
    this.#players = players;
    owned.add(
      onEffect((effect) => {
        if (effect.kind !== 'emote' && effect.kind !== 'say') return;
        if (playerStore.getState().blocked.includes(effect.id)) return;
        // Shown with the next frame, whose clock counts its time.
        this.#waiting.push((now) =>
          effect.kind === 'emote' ? this.#emote(effect.id, effect.emote, now) : this.#say(effect.id, effect.text, now),
        );
        world.driver.invalidate();
      }),
    );
    owned.add(() => {
      for (const shown of this.#shown.values()) shown.destroy();
      this.#shown.clear();
    });
  }

  update(frame: Frame): Liveliness {
    for (const show of this.#waiting.splice(0)) show(frame.now);
    let moving = false;
    for (const [id, shown] of this.#shown) {
      const view = this.#players.viewOf(id);
      if (view === null || frame.now >= shown.until) {
        shown.destroy();
        this.#shown.delete(id);
        continue;
      }
      const age = frame.now - shown.since;
      const left = shown.until - frame.now;
      const grown = frame.calm ? 1 : backOut(Math.min(1, age / POP_MS));
      shown.draw({ x: view.at.x, y: view.at.y - HEAD }, frame, view.depth, grown, Math.min(1, left / FADE_MS));
      moving ||= age < POP_MS || left < FADE_MS;
    }
    // Between popping up and fading nothing changes, but the end must be noticed: a few frames a second do.
    return moving ? 'moving' : this.#shown.size > 0 ? 'ambient' : 'still';
  }

  #emote(id: string, emote: Emote, now: number): void {
    const wanted = EMOTE_ICON[emote];
    const icon = this.#world.textures.has(itemFrame(wanted)) ? wanted : EMOTE_FALLBACK;
    const bubble = new BubbleView(this.#scene, icon, 1.05);
    if (emote === 'wave' || emote === 'clap') this.#players.viewOf(id)?.strike('wave', now, 1600);
    this.#show(id, now, EMOTE_MS, {
      draw: (at, frame, depth, grown, alpha) => {
        bubble.grown = grown;
        bubble.alpha = alpha;
        bubble.place({ x: at.x, y: at.y - OVER_TAG / frame.eye.zoom }, frame, depth + 0.5);
      },
      destroy: () => bubble.destroy(),
    });
  }

  #say(id: string, text: string, now: number): void {
    const label = speechBubble(this.#world.labels, text);
    if (label === null) return;
    const view = new LabelView(this.#scene, label, this.#world.pixelRatio);
    this.#show(id, now, SAY_MS, {
      draw: (at, frame, depth, grown, alpha) => {
        view.place(at, frame, depth + 0.5, -OVER_TAG, grown);
        view.image.setAlpha(alpha);
      },
      destroy: () => view.destroy(),
    });
  }

  #show(id: string, now: number, ms: number, drawing: Pick<Shown, 'draw' | 'destroy'>): void {
    this.#shown.get(id)?.destroy();
    this.#shown.set(id, { since: now, until: now + ms, ...drawing });
  }
}
