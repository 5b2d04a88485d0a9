import type { Highlight } from '../../store/ui.ts';
import type { Target } from '../input/hit-list.ts';
import { Villagers } from '../people/villagers.ts';
import type { Part } from '../space/frame.ts';
import type { Px, Rect } from '../space/iso.ts';
import { Shops } from '../views/shops.ts';
import type { WorldContext } from '../world-context.ts';
import { PlaceScene } from './place-scene.ts';

/** The square, its shops, and everybody about. */
export class VillageScene extends PlaceScene {
  #shops!: Shops;

  constructor(world: WorldContext) {
    super('village', world);
  }

  protected furnish(): readonly Part[] {
    const { world, place, scenery, hits, owned, effects, players } = this;
    this.#shops = new Shops(this, world, place, effects, scenery, hits, owned);
    effects.anchor = (anchor) => {
      if (anchor === 'self') return players.self?.view.at ?? null;
      return anchor === 'hall' ? this.locate({ kind: 'object', action: 'hall' }) : null;
    };
    return [this.#shops, new Villagers(this, world, place, scenery, hits, owned)];
  }

  protected override answerTap(target: Target): void {
    if (target.kind === 'shop') this.#shops.answerTap(target.loanId);
    else super.answerTap(target);
  }

  protected locate(highlight: Highlight): Px | null {
    if (highlight.kind === 'shop') return this.#shops.at(highlight.spot);
    return this.locateCommon(highlight);
  }

  protected opening(): Rect {
    const at = this.players.self?.view.at ?? this.spot(this.place.map.spots.spawn[0]) ?? { x: 0, y: 0 };
    return { x: at.x, y: at.y, width: 0, height: 0 };
  }
}
