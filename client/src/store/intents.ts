import type { Cell } from './room.ts';
import type { WorldAction } from './ui.ts';

/**
 * What the world tells when the player touches it. The world decides nothing: it reports the touch, and whoever implements this decides,
 * sends and writes the store. Every call returns at once.
 */
export type Intents = {
  /**
   * Walk to a cell. `from` is the cell nearest to where the world has the own avatar now: `roomStore.ownWalk` is set before this returns,
   * so the avatar leaves within the same frame; the server's answer replaces it.
   */
  walkTo(to: Cell, from: Cell): void;
  /**
   * A finger, mouse button or pen on the garden. `start` with the first plot, `move` with each further plot once, `end` with none.
   * A tap is `start` and `end`. The first plot decides: ripe, then this stroke harvests; bare, then it plants.
   */
  strokePlots(phase: 'start' | 'move' | 'end', plots: readonly number[]): void;
  /** A growing plot was pressed or hovered: shows its name and time at this point (CSS px of the window); null hides it. */
  showPlot(plot: number | null, x: number, y: number): void;
  tapObject(action: WorldAction): void;
  /** Somebody's avatar, or one's own. */
  tapAvatar(id: string): void;
  /** The shop of a funded entrepreneur, or the entrepreneur who stands before it. */
  tapShop(loanId: string): void;
  /** A customer with a wish at the own stall. */
  tapWish(wish: number): void;
};

let registered: Intents | null = null;
/** Called once at boot by `net/`. */
export const registerIntents = (implementation: Intents): void => {
  registered = implementation;
};

/** What the world calls. Before boot has finished a touch does nothing. */
export const intents: Intents = {
  walkTo: (to, from) => registered?.walkTo(to, from),
  strokePlots: (phase, plots) => registered?.strokePlots(phase, plots),
  showPlot: (plot, x, y) => registered?.showPlot(plot, x, y),
  tapObject: (action) => registered?.tapObject(action),
  tapAvatar: (id) => registered?.tapAvatar(id),
  tapShop: (loanId) => registered?.tapShop(loanId),
  tapWish: (wish) => registered?.tapWish(wish),
};
