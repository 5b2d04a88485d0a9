import type { Growing, OwnLoanRules } from './growing.ts';
import { SECTORS, type Sector } from './lending.ts';

/** Round numbers for tests of the own loan, shops, pollination and letters, so that sums can be checked in the head. */

const named = (id: string) => ({ en: id, fr: id });
const bySector = <T>(value: (sector: Sector) => T): Record<Sector, T> =>
  Object.fromEntries(SECTORS.map((sector) => [sector, value(sector)])) as Record<Sector, T>;
const byState = <T>(construction: T, open: T, late: T, blooming: T) => ({ construction, open, late, blooming });

const OFFER = { about: named('about'), starter: false, stallLevel: 1, intervalSimHours: 720 } as const;

const OWN_LOAN: OwnLoanRules = {
  offers: [
    {
      ...OFFER,
      id: 'plots',
      name: named('plots'),
      grant: { kind: 'plots', plots: 2 },
      starter: true,
      amount: 16_000,
      instalments: 4,
      method: 'flat',
      annualCost: 0.15,
    },
    {
      ...OFFER,
      id: 'oven',
      name: named('oven'),
      grant: { kind: 'station', station: 'oven' },
      starter: true,
      amount: 16_000,
      instalments: 4,
      method: 'flat',
      annualCost: 0.15,
    },
    {
      ...OFFER,
      id: 'small',
      name: named('small'),
      grant: { kind: 'coins' },
      amount: 20_000,
      instalments: 4,
      method: 'equal_instalments',
      annualCost: 0.24,
    },
    {
      ...OFFER,
      id: 'large',
      name: named('large'),
      grant: { kind: 'coins' },
      stallLevel: 2,
      amount: 40_000,
      instalments: 6,
      method: 'equal_instalments',
      annualCost: 0.24,
    },
  ],
  reserve: 1_000,
  awaySimHours: 168,
  cautionPercent: 30,
  limitPercent: 40,
  takingsMonths: 4,
  least: 4_000,
  step: 500,
  history: { clean: 125, late: 100, rescheduled: 50, writtenOff: 50, least: 20, most: 200 },
  rescheduleAdds: 2,
  writeOffDays: 180,
  pauseMonths: 3,
  shares: [10, 20, 30, 50],
};

export const GROWING: Growing = {
  ownLoan: OWN_LOAN,
  shops: {
    buildSimHours: 3,
    sells: bySector((sector) => (sector === 'agriculture' ? [{ good: 'bean', percent: 120, perDay: 4 }] : [])),
    buys: bySector((sector) => (sector === 'food' ? [{ good: 'cress', percent: 130, perDay: 6 }] : [])),
    keepsakes: bySector((sector) => ({ id: `of-${sector}`, kind: 'tool', name: named(sector), about: named(sector) })),
    statePercent: byState(0, 100, 50, 150),
    tierPercent: [75, 100, 150],
    tierFrom: [20_000, 50_000],
  },
  pollination: {
    sectors: bySector((sector) => {
      if (sector === 'agriculture' || sector === 'housing') return { figure: 'yield', milli: 100 };
      if (sector === 'services' || sector === 'construction') return { figure: 'speed', milli: 100 };
      return { figure: 'price', milli: 50 };
    }),
    caps: { yield: 300, speed: 300, price: 150 },
    statePercent: byState(0, 60, 0, 100),
    relationPercent: { lender: 100, neighbour: 40 },
    plotsPerShop: 3,
    lenderShops: 12,
    lotsPerSpot: 4,
    square: { tiles: 4.5, milli: 150, cap: 500 },
  },
  letters: {
    kinds: {
      disbursed: named('{letter}'),
      first_repayment: named('first {amount} {player}'),
      late: named('late {player} {cause}'),
      caught_up: named('caught up {player}'),
      repaid: named('repaid {player} {amount}'),
      currency_loss: named('loss {player} {amount}'),
      farewell: named('farewell {player} {amount} {keepsake}'),
    },
    causes: {
      usual: named('usual'),
      region: named('region'),
      lean_season: named('lean'),
      harvest: named('harvest'),
      drought: named('drought'),
      illness: named('illness'),
      market_boom: named('boom'),
      operator_event: named('event'),
      contagion: named('contagion'),
      coup_de_main: named('help'),
    },
    greetings: {
      construction: { lender: named('soon {player}'), visitor: named('soon') },
      open: { lender: named('welcome {player}'), visitor: named('welcome') },
      late: { lender: named('late {player} {cause}'), visitor: named('late {cause}') },
      blooming: { lender: named('bloom {player}'), visitor: named('bloom') },
    },
  },
};
