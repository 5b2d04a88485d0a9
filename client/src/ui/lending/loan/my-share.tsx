import type { LoanPage } from '@bloomvale/shared/protocol/views';
import { Banner } from '../../parts/banner.tsx';
import { Meter } from '../../parts/meter.tsx';
import { SimLabel } from '../../parts/sim-label.tsx';
import { useTexts } from '../../use-texts.ts';

/** What the player has in this loan, and what came back of it. */
export function MyShare({ loan, now }: { loan: LoanPage; now: number }) {
  const { t, coins, span } = useTexts();
  const next = loan.schedule.find((row) => row.status === 'to_come' && row.dueAt !== null);
  return (
    <section className="card lendbox" aria-labelledby="mine">
      <h2 id="mine">{t('mine.title', { amount: coins(loan.mine) })}</h2>
      <p className="row row--between row--baseline">
        <span>
          <b className="num lendbox__raised">{coins(loan.myReceived, 'exact')}</b> {t('mine.back')}
        </span>
        {next?.dueAt ? <span className="muted">{t('mine.next', { time: span(next.dueAt - now) })}</span> : null}
      </p>
      <Meter
        value={loan.myReceived / loan.mine}
        label={t('mine.label', { back: coins(loan.myReceived, 'exact'), amount: coins(loan.mine) })}
      />
      {loan.daysPastDue > 0 && loan.state === 'in_repayment' ? (
        <Banner kind="caution" title={t('mine.late', { count: loan.daysPastDue, name: loan.shortName })}>
          {t('mine.lateBody')}
        </Banner>
      ) : null}
      {loan.state === 'ended_with_loss' || loan.state === 'defaulted' ? (
        <Banner kind="caution" title={t('mine.lost', { name: loan.shortName })}>
          {t('mine.lostBody', { back: coins(loan.myReceived, 'exact'), amount: coins(loan.mine) })}
        </Banner>
      ) : null}
      <SimLabel />
    </section>
  );
}
