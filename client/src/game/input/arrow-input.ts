import type { WalkGrid } from '@bloomvale/shared/play/walk-grid';
import type { Cell } from '../../store/room.ts';
import { uiStore, worldHasKeys } from '../../store/ui.ts';
import type { Disposables } from '../loop/disposables.ts';
import { type Arrow, cellAhead, isArrow, stepOf } from './arrow-walk.ts';

/** Cells asked for at once while a key is held: a second and a half of walking, so that few messages keep one going. */
const REACH = 7;
/** Asked again when so few cells are left. */
const REFILL = 3;

/** Arrow keys walk while nothing lies over the world and nobody types. A held key asks for a stretch at a time; letting go stops at the next cell. */
export class ArrowInput {
  readonly #held = new Set<Arrow>();
  readonly #grid: WalkGrid;
  readonly #ownCell: () => Cell | null;
  readonly #walkTo: (cell: Cell) => void;
  #asked: { readonly step: readonly [number, number]; readonly to: Cell } | null = null;

  constructor(grid: WalkGrid, ownCell: () => Cell | null, walkTo: (cell: Cell) => void, owned: Disposables) {
    this.#grid = grid;
    this.#ownCell = ownCell;
    this.#walkTo = walkTo;
    owned.listen(window, 'keydown', (event: KeyboardEvent) => this.#down(event));
    owned.listen(window, 'keyup', (event: KeyboardEvent) => this.#up(event.key));
    owned.listen(window, 'blur', () => this.#stop());
    owned.add(uiStore.subscribe(() => !worldHasKeys() && this.#stop()));
  }

  /** Once a frame: keeps a held key's walk going. */
  update(): void {
    const from = this.#ownCell();
    if (this.#asked === null || from === null) return;
    const left = Math.max(Math.abs(this.#asked.to[0] - from[0]), Math.abs(this.#asked.to[1] - from[1]));
    if (left <= REFILL) this.#ask(true);
  }

  #down(event: KeyboardEvent): void {
    if (!isArrow(event.key) || event.ctrlKey || event.altKey || event.metaKey || !worldHasKeys()) return;
    event.preventDefault();
    if (event.repeat) return;
    this.#held.add(event.key);
    this.#ask(false);
  }

  #up(key: string): void {
    if (!isArrow(key) || !this.#held.delete(key)) return;
    if (this.#held.size > 0) this.#ask(false);
    else this.#halt();
  }

  #ask(again: boolean): void {
    const from = this.#ownCell();
    const step = stepOf(this.#held);
    if (from === null || step === null) {
      this.#halt();
      return;
    }
    const to = cellAhead(this.#grid, from, step, REACH);
    if (again && this.#asked?.to[0] === to[0] && this.#asked.to[1] === to[1]) return; // a wall: nothing more to ask for
    this.#asked = { step, to };
    this.#walkTo(to);
  }

  #halt(): void {
    if (this.#asked === null) return;
    const from = this.#ownCell();
    const { step } = this.#asked;
    this.#asked = null;
    // One cell on, or the walker would seem to step back.
    if (from !== null) this.#walkTo(cellAhead(this.#grid, from, step, 1));
  }

  #stop(): void {
    if (this.#held.size === 0) return;
    this.#held.clear();
    this.#halt();
  }
}
