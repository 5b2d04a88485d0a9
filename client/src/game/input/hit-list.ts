import type { WorldAction } from '../../store/ui.ts';
import type { Px } from '../space/iso.ts';

/** What a tap can mean, besides walking there. */
export type Target =
  | { readonly kind: 'plot'; readonly plot: number }
  | { readonly kind: 'avatar'; readonly id: string }
  | { readonly kind: 'object'; readonly action: WorldAction }
  | { readonly kind: 'shop'; readonly loanId: string }
  | { readonly kind: 'wish'; readonly wish: number };

export type Hittable = {
  readonly target: Target;
  /** Bubbles over people over plots over one's own avatar: what is meant more often when drawings overlap. */
  readonly priority: number;
  /** Drawing depth now: the nearest of equal priority is meant. */
  readonly depth: () => number;
  readonly contains: (point: Px) => boolean;
};

export const PRIORITY = { bubble: 3, standing: 2, plot: 1, self: 0 } as const;

/** Everything in a scene that can be tapped. */
export class HitList {
  readonly #items = new Set<Hittable>();

  /** @returns takes it out again. */
  add(item: Hittable): () => void {
    this.#items.add(item);
    return () => this.#items.delete(item);
  }

  get size(): number {
    return this.#items.size;
  }

  at(point: Px): Target | null {
    let best: Hittable | null = null;
    for (const item of this.#items) {
      if (best !== null && !isAbove(item, best)) continue;
      if (item.contains(point)) best = item;
    }
    return best?.target ?? null;
  }

  /** Plots along a line, nearest to its start first, each once: what a quick finger went over. */
  plotsBetween(from: Px, to: Px, spacing = 10): number[] {
    const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / spacing));
    const found = new Set<number>();
    for (let i = 0; i <= steps; i++) {
      const t = i / steps;
      const plot = this.#plotAt({ x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * t });
      if (plot !== null) found.add(plot);
    }
    return [...found];
  }

  #plotAt(point: Px): number | null {
    for (const { target, contains } of this.#items) if (target.kind === 'plot' && contains(point)) return target.plot;
    return null;
  }
}

const isAbove = (a: Hittable, b: Hittable): boolean =>
  a.priority !== b.priority ? a.priority > b.priority : a.depth() > b.depth();
