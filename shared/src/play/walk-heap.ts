/**
 * A binary heap of cells by (cost, rest, cell), each a whole number. The order is total, so what comes out never depends on how the
 * heap arranges equals. A cell may be in it more than once; the reader drops those already done.
 */
export class CellHeap {
  readonly #lists = { costs: [] as number[], rests: [] as number[], cells: [] as number[] };

  get size(): number {
    return this.#lists.cells.length;
  }

  clear(): void {
    for (const list of Object.values(this.#lists)) list.length = 0;
  }

  push(cell: number, cost: number, rest: number): void {
    const { costs, rests, cells } = this.#lists;
    let at = cells.length;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#precedes(cost, rest, cell, parent)) break;
      costs[at] = costs[parent] as number;
      rests[at] = rests[parent] as number;
      cells[at] = cells[parent] as number;
      at = parent;
    }
    costs[at] = cost;
    rests[at] = rest;
    cells[at] = cell;
  }

  /** Takes out the first cell. The heap must not be empty. */
  pop(): number {
    const { costs, rests, cells } = this.#lists;
    const first = cells[0] as number;
    const cost = costs.pop() as number;
    const rest = rests.pop() as number;
    const cell = cells.pop() as number;
    const size = cells.length;
    if (size > 0) this.#sink(cost, rest, cell, size);
    return first;
  }

  /** Finds the place of what stood last, from the top downwards: a hole goes down, nothing is exchanged twice. */
  #sink(cost: number, rest: number, cell: number, size: number): void {
    const { costs, rests, cells } = this.#lists;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      const right = child + 1;
      if (right < size && this.#precedes(costs[right] as number, rests[right] as number, cells[right] as number, child))
        child = right;
      if (this.#precedes(cost, rest, cell, child)) break;
      costs[at] = costs[child] as number;
      rests[at] = rests[child] as number;
      cells[at] = cells[child] as number;
      at = child;
    }
    costs[at] = cost;
    rests[at] = rest;
    cells[at] = cell;
  }

  /** Whether something comes before what stands at a place. */
  #precedes(cost: number, rest: number, cell: number, at: number): boolean {
    const { costs, rests, cells } = this.#lists;
    if (cost !== costs[at]) return cost < (costs[at] as number);
    if (rest !== rests[at]) return rest < (rests[at] as number);
    return cell < (cells[at] as number);
  }
}
