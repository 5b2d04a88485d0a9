import { GRADES } from '@bloomvale/shared/content/lending';
import { forecast } from '@bloomvale/shared/lending/forecast';
import { makeTerms } from '@bloomvale/shared/lending/loan-terms';
import { modelDigest } from '@bloomvale/shared/lending/model-digest';
import { DEFAULT_MISSED, MODEL_VERSION, TAIL_TICKS } from '@bloomvale/shared/lending/repayment-model';
import { coins } from '@bloomvale/shared/money/coins';
import { AUTO_LEND_ABSENCE_DAYS, TAKE_BACK_MS } from '@bloomvale/shared/protocol/lending-commands';
import {
  AVERAGE_FRESH_MS,
  AVERAGE_MAX_PLAYERS,
  AVERAGE_MIN_PLAYERS,
  CALIBRATION_MIN_LOANS,
} from '@bloomvale/shared/protocol/lending-views';
import type { ModelSource, ModelView } from '@bloomvale/shared/protocol/public-record-views';
import { PPM } from '@bloomvale/shared/random/philox';
import type { Rules } from '../../rules.ts';

/** What the model leans on; the figures themselves are our own choices within these bounds (`shared/lending`). */
const SOURCES: readonly ModelSource[] = [
  {
    id: 'kiva',
    text: 'Kiva: help pages and open data on repayment rate, delinquency, default and currency loss (kiva.org).',
  },
  { id: 'cgap', text: 'R. Rosenberg, Measuring Microcredit Delinquency, CGAP Occasional Paper 3, 1999.' },
  { id: 'vasicek', text: 'O. Vasicek, The Distribution of Loan Portfolio Value, Risk, December 2002.' },
  {
    id: 'basel',
    text: 'Basel Committee on Banking Supervision, An Explanatory Note on the Basel II IRB Risk Weight Functions, 2005.',
  },
  { id: 'philox', text: 'J. K. Salmon et al., Parallel Random Numbers: As Easy as 1, 2, 3, SC11, 2011.' },
  {
    id: 'evidence',
    text: 'A. Banerjee, D. Karlan, J. Zinman, Six Randomized Evaluations of Microcredit, American Economic Journal: Applied Economics 7(1), 2015.',
  },
  {
    id: 'meager',
    text: 'R. Meager, Understanding the Average Impact of Microcredit Expansions, American Economic Journal: Applied Economics 11(1), 2019.',
  },
  { id: 'fineract', text: 'Apache Fineract: schedules and allocation of repayments, with its published test figures.' },
];

/** Reference principal and cost of the figures per chain: they depend on product and grade only. */
const REFERENCE = { principal: coins(1_000), annualCost: 0.28 };

/** The model and its parameters as they are in force, from the content that loans are listed with; each loan keeps those it was listed with. */
export function modelView(rules: Rules, monthSeconds: number): ModelView {
  const { economy, products, entrepreneurs, model, sectors, regions } = rules.content;
  const used = new Set(entrepreneurs.map(({ loan }) => `${loan.product} ${loan.grade}`));
  const chains = products.flatMap((product) =>
    GRADES.filter((grade) => used.has(`${product.id} ${grade}`)).map((grade) => {
      const terms = makeTerms({ product, annualCost: REFERENCE.annualCost, grade, model }, rules.risk(product, grade));
      const { chances, expectedLoss } = forecast(terms, REFERENCE.principal);
      return {
        product: product.id,
        name: product.name,
        grade,
        instalments: product.instalments,
        intervalSimHours: product.intervalSimHours,
        hPpm: terms.hPpm,
        rollPpm: terms.rollPpm,
        kappaMilli: terms.kappaMilli,
        expectedLossPpm: Math.round(expectedLoss * PPM),
        fullyRepaidPpm: Math.round((1 - chances.partlyLost) * PPM),
      };
    }),
  );
  return {
    version: MODEL_VERSION,
    contentHash: rules.contentHash,
    share: economy.lending.share,
    playerCapPercent: economy.lending.playerCapPercent,
    monthSeconds,
    grades: GRADES.map((grade) => ({ grade, expectedLossPpm: model.lossPpm[grade] })),
    chains,
    cureSplitPercent: model.chain.cure,
    defaultMissed: DEFAULT_MISSED,
    tailTicks: TAIL_TICKS,
    model,
    modelDigest: modelDigest(model),
    sectors,
    droughts: regions.flatMap(({ id, droughtPpm }) =>
      droughtPpm === undefined ? [] : [{ region: id, chancePpm: droughtPpm }],
    ),
    pool: economy.pool,
    takeBackMs: TAKE_BACK_MS,
    autoLend: { absenceDays: AUTO_LEND_ABSENCE_DAYS },
    average: { minPlayers: AVERAGE_MIN_PLAYERS, maxPlayers: AVERAGE_MAX_PLAYERS, freshMs: AVERAGE_FRESH_MS },
    calibrationMinLoans: CALIBRATION_MIN_LOANS,
    sources: SOURCES,
  };
}
