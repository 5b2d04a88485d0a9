import { PPM } from '../random/philox.ts';
import { rollsAt } from './chain-probability.ts';
import { FIRST_MODEL } from './first-model.ts';
import type { RepaymentChain, RollPpm } from './repayment-model.ts';

/** Twelve months, calibrated to a repayment rate of 96.4 % and PAR30 of 7 % (microfinance.md 5.3, first row). */
export const CHAIN: RepaymentChain = {
  instalments: 12,
  ticksPerInstalment: 1,
  hPpm: 53_630,
  rollPpm: rollsAt(0.42663).map((p) => Math.round(p * PPM)) as unknown as RollPpm,
  cure: FIRST_MODEL.chain.cure,
};
