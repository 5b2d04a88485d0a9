import { PPM } from '../random/philox.ts';
import { invariant } from '../result.ts';
import { normalCdf, normalQuantile } from './exact-math.ts';
import type { RepaymentChain, RollPpm } from './repayment-model.ts';

/** Why a hazard is higher or lower this period: for the journal and "why was she late?". */
export type ShockCause =
  | 'lean_season'
  | 'harvest'
  | 'drought'
  | 'illness'
  | 'market_boom'
  | 'operator_event'
  | 'contagion'
  | 'coup_de_main';

/** Everything that moves one loan's chances in one period. */
export type Shock = {
  /** Share of its luck that it has in common with its region. */
  readonly rhoPpm: number;
  /** Regional factor Z, standard normal: good times above zero. */
  readonly factor: number;
  /** Sum of the shifts on the hazard, thousandths of a probit. */
  readonly shiftMilli: number;
  /** Shift on the chance to pay nothing while late. */
  readonly rollShiftMilli: number;
};

export const NO_SHOCK: Shock = { rhoPpm: 0, factor: 0, shiftMilli: 0, rollShiftMilli: 0 };

/** One cause and what it adds on the probit scale, in thousandths (microfinance.md 5.4). */
export type ShockPart = { readonly cause: ShockCause; readonly shiftMilli: number };

/** Adds up parts. Help works on the roll as well: a late borrower is past the hazard. */
export function shockOf(rhoPpm: number, factor: number, parts: readonly ShockPart[]): Shock {
  let shiftMilli = 0;
  let rollShiftMilli = 0;
  for (const part of parts) {
    shiftMilli += part.shiftMilli;
    if (part.cause === 'coup_de_main') rollShiftMilli += part.shiftMilli;
  }
  return { rhoPpm, factor, shiftMilli, rollShiftMilli };
}

/** Normal quantiles of hazards by ppm: a catalogue has a few dozen hazards, and an inverse costs as much as fifty functions. */
const quantiles = new Map<number, number>();
const QUANTILES_KEPT = 10_000;

function quantileOf(ppm: number): number {
  const known = quantiles.get(ppm);
  if (known !== undefined) return known;
  const made = normalQuantile(ppm / PPM);
  if (quantiles.size >= QUANTILES_KEPT) quantiles.clear();
  quantiles.set(ppm, made);
  return made;
}

/**
 * Hazard under a one-factor (Vasicek) link with shifts: Phi((Phi^-1(h) - sqrt(rho) Z) / sqrt(1 - rho) + s), in ppm. Without shifts its
 * mean over Z is h again, so the mean hazard survives (microfinance.md 5.4).
 */
export function shockedPpm(
  ppm: number,
  { rhoPpm, factor, shiftMilli }: Pick<Shock, 'rhoPpm' | 'factor' | 'shiftMilli'>,
): number {
  invariant(rhoPpm >= 0 && rhoPpm < PPM, 'correlation is a share below one');
  if (ppm === 0 || ppm === PPM || (shiftMilli === 0 && rhoPpm === 0)) return ppm;
  const rho = rhoPpm / PPM;
  const argument = (quantileOf(ppm) - Math.sqrt(rho) * factor) / Math.sqrt(1 - rho) + shiftMilli / 1000;
  return Math.round(normalCdf(argument) * PPM);
}

/** The chain as it is in one shocked period. */
export function shiftChain(chain: RepaymentChain, shock: Shock): RepaymentChain {
  const { rollShiftMilli } = shock;
  const hPpm = shockedPpm(chain.hPpm, shock);
  const { instalments, ticksPerInstalment, rollPpm, cure } = chain;
  if (rollShiftMilli === 0) return { instalments, ticksPerInstalment, hPpm, rollPpm, cure };
  const roll = { rhoPpm: 0, factor: 0, shiftMilli: rollShiftMilli };
  return { ...chain, hPpm, rollPpm: chain.rollPpm.map((ppm) => shockedPpm(ppm, roll)) as unknown as RollPpm };
}
