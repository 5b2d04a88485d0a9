import type { Scene } from 'phaser';
import { playerStore } from '../../store/player.ts';
import { type AvatarView as AvatarFacts, roomStore } from '../../store/room.ts';
import { wordsStore } from '../../store/words.ts';
import { type HitList, PRIORITY } from '../input/hit-list.ts';
import type { Disposables } from '../loop/disposables.ts';
import type { Liveliness } from '../loop/frame-driver.ts';
import type { Place } from '../place.ts';
import type { Frame, Part } from '../space/frame.ts';
import { type Px, tileToWorld } from '../space/iso.ts';
import type { Scenery } from '../views/scenery.ts';
import type { WorldContext } from '../world-context.ts';
import { AvatarView } from './avatar-view.ts';
import { nameAvatar } from './name-avatar.ts';
import { type WalkFacts, WalkTrack } from './walk-track.ts';

type Person = {
  readonly view: AvatarView;
  readonly track: WalkTrack;
  readonly leave: () => void;
  tag: string;
};

/** Everybody whose socket is in the room: oneself as wished, the others as the server says. */
export class Players implements Part {
  readonly #scene: Scene;
  readonly #world: WorldContext;
  readonly #place: Place;
  readonly #scenery: Scenery;
  readonly #hits: HitList;
  readonly #people = new Map<string, Person>();
  #stale = true;

  constructor(scene: Scene, world: WorldContext, place: Place, scenery: Scenery, hits: HitList, owned: Disposables) {
    this.#scene = scene;
    this.#world = world;
    this.#place = place;
    this.#scenery = scenery;
    this.#hits = hits;
    const changed = () => {
      this.#stale = true;
      world.driver.invalidate();
    };
    owned.add(roomStore.subscribe((state) => state.avatars, changed));
    owned.add(roomStore.subscribe((state) => state.ownWalk, changed));
    owned.add(playerStore.subscribe((state) => state.blocked, changed));
    owned.add(wordsStore.subscribe(changed));
    owned.add(() => {
      for (const person of this.#people.values()) person.leave();
      this.#people.clear();
    });
  }

  get self(): Person | undefined {
    return this.#people.get(playerStore.getState().id);
  }

  /** Where somebody stands, world pixels: their feet. */
  at(id: string): Px | null {
    return this.#people.get(id)?.view.at ?? null;
  }

  viewOf(id: string): AvatarView | null {
    return this.#people.get(id)?.view ?? null;
  }

  get count(): number {
    return this.#people.size;
  }

  update(frame: Frame): Liveliness {
    if (this.#stale) this.#sync(frame);
    let moving = false;
    for (const { view, track } of this.#people.values())
      moving = view.update(track.stand(frame.server), frame) || moving;
    return moving ? 'moving' : 'still';
  }

  #sync(frame: Frame): void {
    this.#stale = false;
    const { avatars, ownWalk } = roomStore.getState();
    for (const [id, person] of this.#people) {
      if (id in avatars) continue;
      person.leave();
      this.#people.delete(id);
    }
    const self = playerStore.getState().id;
    for (const facts of Object.values(avatars)) {
      const walk = facts.id === self && ownWalk !== null ? ownWalk : facts;
      this.#follow(facts, walk, facts.id === self, frame);
    }
  }

  #follow(facts: AvatarFacts, walk: WalkFacts, self: boolean, frame: Frame): void {
    const person = this.#people.get(facts.id) ?? this.#arrive(facts.id, walk, self, frame);
    person.track.follow(walk);
    person.view.wear(facts.look, () => this.#world.driver.invalidate());
    person.view.pale = !facts.here;
    this.#nameIt(person, facts, self);
  }

  #nameIt(person: Person, { id, name }: AvatarFacts, self: boolean): void {
    const blocked = playerStore.getState().blocked.includes(id);
    const text = self ? wordsStore.getState().you : blocked ? '' : name || wordsStore.getState().formerNeighbour;
    if (text === person.tag) return;
    person.tag = text;
    nameAvatar(person.view, this.#world, text, self ? 'self' : 'player');
  }

  #arrive(id: string, walk: WalkFacts, self: boolean, frame: Frame): Person {
    const { people, pixelRatio } = this.#world;
    const view = new AvatarView(this.#scene, people, pixelRatio, (at, bounds) => this.#scenery.depthOf(at, bounds));
    const track = new WalkTrack(this.#place.grid, walk);
    view.at = tileToWorld(track.stand(frame.server).at);
    const off = this.#hits.add({
      target: { kind: 'avatar', id },
      priority: self ? PRIORITY.self : PRIORITY.standing,
      depth: () => view.depth,
      contains: (point) => view.contains(point),
    });
    const leave = () => {
      off();
      view.destroy();
    };
    const person: Person = { view, track, leave, tag: '' };
    this.#people.set(id, person);
    return person;
  }
}
