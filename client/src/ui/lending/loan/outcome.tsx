import type { LoanMore } from '@bloomvale/shared/protocol/lending-views';
import type { WholeLoan } from '../../../store/lending.ts';
import { useTexts } from '../../use-texts.ts';
import { inHundred } from './my-share.tsx';

/** A closed loan: what was said beforehand, beside what happened. */
export function Outcome({ loan, outlook }: { loan: WholeLoan; outlook: LoanMore['outlook'] }) {
  const { t, coins, percent } = useTexts();
  const happened =
    loan.state === 'ended'
      ? loan.instalmentRows?.some(({ status }) => status === 'repaid_late')
        ? 'late'
        : 'clean'
      : loan.state === 'ended_with_loss' || loan.state === 'defaulted'
        ? 'lost'
        : null;
  if (happened === null) return null;
  const said = {
    clean: inHundred(outlook.neverLatePpm),
    late: inHundred(outlook.lateButRepaidPpm),
    lost: inHundred(outlook.partlyLostPpm),
  };
  return (
    <section className="box" aria-labelledby="outcome">
      <h2 id="outcome">{t('outcome.title')}</h2>
      <dl className="stats">
        <div className="stat">
          <dt>{t('outcome.happened')}</dt>
          <dd>{t(`outcome.${happened}`)}</dd>
          <dd className="aside">{t('outcome.said', { count: said[happened] })}</dd>
        </div>
        <div className="stat">
          <dt>{t('outcome.back')}</dt>
          <dd>{percent(Math.round((loan.repaid / Math.max(1, loan.amount)) * 100) / 100)}</dd>
          <dd className="aside">
            {t('outcome.range', { low: coins(outlook.backLow), high: coins(outlook.backHigh) })}
          </dd>
        </div>
      </dl>
      <p className="hint">{t('outcome.one')}</p>
    </section>
  );
}
