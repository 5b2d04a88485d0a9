import { gzipSync } from 'node:zlib';
import { madeUpLoans } from '@bloomvale/shared/lending/hall-index.fixture';
import { EVERY_LOAN, HALL_SORTS, type HallFilter, queryHall, rowsOf } from '@bloomvale/shared/lending/hall-index-query';
import { decodeHallIndex, encodeHallIndex } from '@bloomvale/shared/lending/hall-index-wire';
import { invariant } from '@bloomvale/shared/result';
import { type BenchFigure, rounded } from './bench-figure.ts';
import { quantile } from './chromium/quantile.ts';

/** Issue "Lending in full", Numbers. */
const LOANS = 10_000;
const MOST_MS = 16;
const MOST_KILOBYTES = 300;
/** Indexes decoded anew, so that orders and searchable words are made again each time, as after loading the page. */
const FRESH = 8;

/** Size of the hall's column index on its way, and what one change of filter or sort costs over it, first time and later. */
export function measureHall(): BenchFigure[] {
  const text = JSON.stringify(encodeHallIndex(madeUpLoans(LOANS), Date.now()));
  const cold: number[] = [];
  const warm: number[] = [];
  const decodes: number[] = [];
  for (let i = 0; i < FRESH; i++) {
    const start = performance.now();
    const decoded = decodeHallIndex(JSON.parse(text));
    decodes.push(performance.now() - start);
    invariant(decoded.ok, 'the bench reads what it wrote');
    const index = decoded.value;
    const filters = everyKind(rowsOf(index, index.ids.slice(0, 300)));
    for (const times of [cold, warm]) {
      for (const sort of HALL_SORTS) {
        for (const filter of filters) {
          const from = performance.now();
          queryHall(index, { filter, sort, startersFirst: true });
          times.push(performance.now() - from);
        }
      }
    }
  }
  const all = [...cold, ...warm];
  return [
    {
      name: `filter and sort of ${LOANS} loans, 19 of 20 within`,
      value: rounded(quantile(all, 0.95), 2),
      unit: 'ms',
      atMost: MOST_MS,
      note: `median ${rounded(quantile(all, 0.5), 2)} ms, 99 of 100 within ${rounded(quantile(all, 0.99), 2)} ms, slowest of all ${rounded(Math.max(...all), 2)} ms, ${all.length} queries; reading the index ${rounded(quantile(decodes, 0.5), 0)} ms once`,
    },
    {
      name: `column index of ${LOANS} loans, gzip`,
      value: rounded(gzipSync(text).length / 1_000, 1),
      unit: 'kB',
      atMost: MOST_KILOBYTES,
      note: `${rounded(text.length / 1_000, 0)} kB of JSON`,
    },
  ];
}

/** No filter, each filter of product.md 4.4 alone, and all at once. */
function everyKind(without: Uint8Array): HallFilter[] {
  const each: Partial<HallFilter>[] = [
    {},
    { countries: ['ph', 'ke', 'sn'] },
    { sectors: ['food', 'arts'] },
    { genders: ['women'] },
    { group: true },
    { termTo: 9_000 },
    { ratingFrom: 3 },
    { costTo: 0.3 },
    { leftTo: 30_000 },
    { without },
    { text: 'ma' },
  ];
  const all = { ...Object.assign({}, ...each), group: null, text: 'a' };
  return [...each, all].map((some) => ({ ...EVERY_LOAN, ...some }));
}
