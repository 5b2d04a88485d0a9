import type { Instant } from '@bloomvale/shared/time/sim-clock';
import { LENDER_STYLES } from '../../domain/preview/lender-styles.ts';
import { LiveStyles } from '../../domain/preview/live-styles.ts';
import type { LenderStyle } from '../../domain/preview/preview-settings.ts';
import { giveWay } from '../live/pieces.ts';
import type { Reader } from '../store/store.ts';

const HOUR_MS = 3_600_000;
/** Postings read at a time: a few milliseconds. */
const PIECE = 1_000;

/**
 * How players of the last seven days play, as styles of a preview. The week ends with the last full hour, so that whoever asks twice within an
 * hour gets the same; with too few players it is the styles of the balance report.
 */
export class PlayerFlows {
  readonly #reader: Reader;
  #known: { readonly until: Instant; readonly styles: Promise<readonly LenderStyle[]> } | null = null;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  styles(now: Instant): Promise<readonly LenderStyle[]> {
    const until = Math.floor(now / HOUR_MS) * HOUR_MS;
    if (this.#known?.until === until) return this.#known.styles;
    const known = { until, styles: this.#read(until) };
    this.#known = known;
    // What failed is asked again.
    known.styles.catch(() => {
      if (this.#known === known) this.#known = null;
    });
    return known.styles;
  }

  async #read(until: Instant): Promise<readonly LenderStyle[]> {
    const live = new LiveStyles(until);
    for (let last = await this.#before(live.from); ; ) {
      const movements = await this.#reader.movementsAfter(last, PIECE);
      live.take(movements);
      last = movements.at(-1)?.id ?? last;
      if (movements.length < PIECE || (movements.at(-1)?.at ?? until) >= until) break;
      await giveWay();
    }
    return live.styles() ?? LENDER_STYLES;
  }

  /** A journal number below which everything lies before `at`: batches are numbered in the order of their instants, so halving finds it. */
  async #before(at: Instant): Promise<number> {
    let [low, high] = [0, (await this.#reader.lastIds()).journal];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const batch = await this.#reader.batchFrom(middle);
      if (batch === null || batch.at >= at) high = middle;
      else low = batch.id + 1;
    }
    return Math.max(0, low - 1);
  }
}
