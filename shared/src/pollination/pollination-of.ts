import type { PollinationFigure, PollinationRules, ShopState } from '../content/growing.ts';
import type { Sector } from '../content/lending.ts';
import type { Pollination } from '../play/effects.ts';

/** A shop as it pollinates one homestead. */
export type PollinationSource = {
  readonly loanId: string;
  readonly sector: Sector;
  readonly state: ShopState;
  readonly tier: 1 | 2 | 3;
  readonly relation: 'lender' | 'neighbour';
};

/** Of the shop's tier: percent of the figure (`content.growing.shops.tierPercent`). */
type Tiers = readonly [number, number, number];

/** What a shop adds by itself, thousandths, rounded down: its sector's figure by state, tier and relation. 0 while built or late. */
export function strengthOf(source: PollinationSource, rules: PollinationRules, tierPercent: Tiers): number {
  const { milli } = rules.sectors[source.sector];
  const percent =
    rules.statePercent[source.state] * rules.relationPercent[source.relation] * (tierPercent[source.tier - 1] ?? 100);
  return Math.floor((milli * percent) / 1_000_000);
}

/**
 * Several bonuses on one thing, with diminishing return: each takes its part of what is still missing to the cap,
 *
 *     total = cap * (1 - product over i of (1 - b_i / cap)),   rounded down to thousandths
 *
 * so one alone counts in full, more never count less, the order does not matter, and the cap is never passed. Exact: whole numbers only.
 */
export function stacked(bonuses: readonly number[], cap: number): number {
  if (cap <= 0) return 0;
  let missing = 1n;
  let whole = 1n;
  for (const bonus of bonuses) {
    missing *= BigInt(cap - Math.min(cap, Math.max(0, bonus)));
    whole *= BigInt(cap);
  }
  return cap - Number((BigInt(cap) * missing + whole - 1n) / whole);
}

/** A number from text that spreads well: FNV-1a, 32 bits. Which plots a shop reaches is no secret and no draw. */
function spread(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
}

/** The plots one shop reaches at a homestead: `plotsPerShop` in a row, round the end, from a place of the shop's own. */
export function plotsReached(loanId: string, plots: number, plotsPerShop: number): number[] {
  if (plots <= 0) return [];
  const first = spread(loanId) % plots;
  return Array.from({ length: Math.min(plots, plotsPerShop) }, (_, i) => (first + i) % plots).sort((a, b) => a - b);
}

export type PollinationSpread = {
  readonly figures: Pollination;
  /** By source, in the order given. */
  readonly sources: readonly {
    readonly loanId: string;
    readonly figure: PollinationFigure;
    readonly milli: number;
    readonly plots: readonly number[];
  }[];
};

/**
 * What shops add at one homestead of `plots` plots: yield and speed on the plots each reaches, price at the stall. Pure; sources may come in
 * any order, each loan once.
 */
export function pollinationOf(
  sources: readonly PollinationSource[],
  plots: number,
  rules: PollinationRules,
  tierPercent: Tiers,
): PollinationSpread {
  const reached = sources.map((source) => {
    const { figure } = rules.sectors[source.sector];
    return {
      loanId: source.loanId,
      figure,
      milli: strengthOf(source, rules, tierPercent),
      plots: figure === 'price' ? [] : plotsReached(source.loanId, plots, rules.plotsPerShop),
    };
  });
  const working = reached.filter(({ milli }) => milli > 0);
  const on = (plot: number, figure: PollinationFigure): number =>
    stacked(
      working.filter((one) => one.figure === figure && one.plots.includes(plot)).map(({ milli }) => milli),
      rules.caps[figure],
    );
  const touched = [...new Set(working.flatMap((one) => one.plots))].sort((a, b) => a - b);
  const prices = working.filter(({ figure }) => figure === 'price').map(({ milli }) => milli);
  return {
    figures: {
      plots: Object.fromEntries(
        touched.map((plot) => [plot, { yieldMilli: on(plot, 'yield'), speedMilli: on(plot, 'speed') }]),
      ),
      stall: { priceMilli: stacked(prices, rules.caps.price) },
    },
    sources: reached,
  };
}
