import type { LoanPage } from '@bloomvale/shared/protocol/views';
import { Trans } from 'react-i18next';
import { hrefOf } from '../../navigation/route.ts';
import { Gloss } from '../../parts/gloss.tsx';
import { useTexts } from '../../use-texts.ts';
import { comesBack, fullyRepaid, periodOf } from '../loan-facts.ts';

const COLUMNS = 20;
const STEP_X = 17.2;
const STEP_Y = 18;

/** One loan of a hundred. Filled disc: in time; ring with a clock's hand: late; cross: partly lost. Shape says it, colour repeats it. */
function Mark({ kind, x, y }: { kind: 'clean' | 'late' | 'lost'; x: number; y: number }) {
  if (kind === 'clean') return <circle cx={x} cy={y} r="7" fill="var(--c-repaid)" />;
  if (kind === 'lost') {
    return (
      <path d={`M${x - 5} ${y - 5}l10 10m0-10l-10 10`} stroke="var(--c-lost)" strokeWidth="3.6" strokeLinecap="round" />
    );
  }
  return (
    <>
      <circle cx={x} cy={y} r="5.6" fill="var(--card)" stroke="var(--c-repaid)" strokeWidth="2.8" />
      <path d={`M${x} ${y - 3}V${y}h3`} fill="none" stroke="var(--c-repaid)" strokeWidth="1.8" />
    </>
  );
}

function Hundred({ clean, late, label }: { clean: number; late: number; label: string }) {
  return (
    <svg className="chart hundred" viewBox="0 0 346 92" role="img" aria-label={label}>
      {Array.from({ length: 100 }, (_, i) => {
        const kind = i < clean ? 'clean' : i < clean + late ? 'late' : 'lost';
        // Loans without identity: the place in the hundred is all there is to tell them apart.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        return <Mark key={i} kind={kind} x={9 + (i % COLUMNS) * STEP_X} y={9 + Math.floor(i / COLUMNS) * STEP_Y} />;
      })}
    </svg>
  );
}

const Sample = ({ kind }: { kind: 'clean' | 'late' | 'lost' }) => (
  <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
    <Mark kind={kind} x={9} y={9} />
  </svg>
);

/** Counts of a hundred first, then the range of what comes back, each with its words. `amount` is the chosen or lent one, minor units. */
export function Forecast({ loan, amount, share }: { loan: LoanPage; amount: number; share: number }) {
  const { t } = useTexts();
  const { repaidNeverLate, repaidLate, partlyLost } = loan.forecast;
  return (
    <section className="box" aria-labelledby="forecast">
      <h2 id="forecast">{t('forecast.title')}</h2>
      <div className="forecast">
        <div>
          <p className="forecast__head">
            <Trans i18nKey="forecast.head" values={{ count: fullyRepaid(loan) }} components={{ b: <b /> }} />
          </p>
          <Hundred
            clean={repaidNeverLate}
            late={repaidLate}
            label={t('forecast.label', { clean: repaidNeverLate, late: repaidLate, lost: partlyLost })}
          />
          <ul className="outcomes">
            <li>
              <Sample kind="clean" />
              <span className="num">{repaidNeverLate}</span>
              <span>{t('forecast.clean')}</span>
            </li>
            <li>
              <Sample kind="late" />
              <span className="num">{repaidLate}</span>
              <span>{t('forecast.late')}</span>
            </li>
            <li>
              <Sample kind="lost" />
              <span className="num">{partlyLost}</span>
              <span>{t('forecast.lost')}</span>
            </li>
          </ul>
        </div>
        <RangeFigure loan={loan} amount={amount} share={share} />
      </div>
      <p className="hint">
        {t('forecast.draws')} <a href={hrefOf({ kind: 'computed' })}>{t('computed.title')}</a>
      </p>
    </section>
  );
}

function RangeFigure({ loan, amount, share }: { loan: LoanPage; amount: number; share: number }) {
  const { t, coins, range } = useTexts();
  const { low, high } = comesBack(loan, amount, share);
  const from = (low / amount) * 100;
  const to = (high / amount) * 100;
  const { halfBackFrom, halfBackTo } = loan.forecast;
  const period = periodOf(loan);
  return (
    <figure className="range-figure">
      <p className="label">{t('forecast.back', { amount: coins(amount) })}</p>
      <p className="num range-figure__numbers">{range(low, high)}</p>
      <svg
        className="range-figure__bar"
        viewBox="0 0 100 12"
        preserveAspectRatio="none"
        role="img"
        aria-label={t('forecast.backLabel', { amount: coins(amount), range: range(low, high) })}
      >
        <rect width="100" height="12" fill="var(--c-track)" />
        <rect width={to} height="12" fill="var(--c-live)" opacity="0.4" />
        <rect width={from} height="12" fill="var(--c-live)" />
      </svg>
      <p className="row row--between hint">
        <span>0</span>
        <span>{coins(amount)}</span>
      </p>
      <figcaption>
        {low === high ? t('forecast.captionAll') : t('forecast.caption')}{' '}
        <Gloss term="half">{t('forecast.half')}</Gloss>{' '}
        {halfBackTo === null
          ? t(`forecast.halfNever.${period}`, { from: halfBackFrom })
          : t(`forecast.halfRange.${period}`, { from: halfBackFrom, to: halfBackTo })}
      </figcaption>
    </figure>
  );
}
