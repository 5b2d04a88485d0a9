/**
 * A binary heap of cells by (cost, rest, cell), each a whole number. The order is total, so what comes out never depends on how the
 * heap arranges equals. A cell may be in it more than once; the reader drops those already done.
 */
export class CellHeap {
  readonly #cells: number[] = [];
  readonly #costs: number[] = [];
  readonly #rests: number[] = [];

  get size(): number {
    return this.#cells.length;
  }

  clear(): void {
    this.#cells.length = 0;
    this.#costs.length = 0;
    this.#rests.length = 0;
  }

  push(cell: number, cost: number, rest: number): void {
    let at = this.#cells.length;
    this.#cells.push(cell);
    this.#costs.push(cost);
    this.#rests.push(rest);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#before(at, parent)) break;
      this.#swap(at, parent);
      at = parent;
    }
  }

  /** Takes out the first cell. The heap must not be empty. */
  pop(): number {
    const first = this.#cells[0] as number;
    const last = this.#cells.length - 1;
    this.#swap(0, last);
    this.#cells.pop();
    this.#costs.pop();
    this.#rests.pop();
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      if (left >= last) break;
      const right = left + 1;
      const child = right < last && this.#before(right, left) ? right : left;
      if (!this.#before(child, at)) break;
      this.#swap(at, child);
      at = child;
    }
    return first;
  }

  #before(a: number, b: number): boolean {
    const difference =
      (this.#costs[a] as number) - (this.#costs[b] as number) ||
      (this.#rests[a] as number) - (this.#rests[b] as number);
    return difference === 0 ? (this.#cells[a] as number) < (this.#cells[b] as number) : difference < 0;
  }

  #swap(a: number, b: number): void {
    for (const list of [this.#cells, this.#costs, this.#rests]) {
      const kept = list[a] as number;
      list[a] = list[b] as number;
      list[b] = kept;
    }
  }
}
