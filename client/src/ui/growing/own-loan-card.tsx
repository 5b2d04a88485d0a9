import type { OwnLoanPage, OwnLoanView } from '@bloomvale/shared/protocol/growing-views';
import { Banner } from '../parts/banner.tsx';
import { Button } from '../parts/button.tsx';
import { Segmented } from '../parts/segmented.tsx';
import { useTexts } from '../use-texts.ts';
import { OwnLoanSchedule } from './own-loan-schedule.tsx';
import { type Act, useAct } from './use-act.ts';

type Props = { readonly loan: OwnLoanView; readonly page: OwnLoanPage; readonly reload: () => Promise<void> };

/** The loan that runs: what is owed, what is due next, and how it is paid. */
export function OwnLoanCard({ loan, page, reload }: Props) {
  const { t, local, coins, integer, span } = useTexts();
  const act = useAct();
  const done = async (work: Promise<unknown>): Promise<void> => {
    await work;
    await reload();
  };
  const next = loan.next;
  return (
    <section className="own-loan card-paper" aria-labelledby="own-loan-title">
      <h2 id="own-loan-title" className="h3 row row--between">
        {local(loan.name)}
        <span className="owe num">{t('borrow.owe', { amount: coins(loan.owed) })}</span>
      </h2>
      {loan.daysPastDue > 0 ? (
        <Banner kind="caution" title={t('borrow.late', { count: loan.daysPastDue, days: integer(loan.daysPastDue) })}>
          <p>{t('borrow.missed')}</p>
        </Banner>
      ) : null}
      {next === null ? null : (
        <p>
          {next.dueInMs === null
            ? t('borrow.status.still')
            : t('borrow.next', { amount: coins(next.missing), time: span(Math.max(0, next.dueInMs)) })}
        </p>
      )}
      <p className="hint">
        {page.pausesAfterMs === null ? null : t('borrow.pauses', { time: span(page.pausesAfterMs) })}
      </p>
      <OwnLoanSchedule rows={loan.schedule} />
      <Pay loan={loan} page={page} act={act} done={done} />
      <p className="label" aria-hidden="true">
        {t('borrow.share')}
      </p>
      <Segmented
        label={t('borrow.share')}
        value={String(loan.share)}
        options={[0, ...page.shares.filter((share) => share !== 0)].map((share) => ({
          value: String(share),
          label: share === 0 ? t('borrow.byHand') : t('borrow.shareOf', { percent: integer(share) }),
        }))}
        onChange={(share) => void done(act.run('share', 'own-loan.share', { loanId: loan.id, share: Number(share) }))}
      />
      <p className="hint">{t('borrow.shareHint', { reserve: coins(page.reserve, 'whole') })}</p>
    </section>
  );
}

type PayProps = {
  readonly loan: OwnLoanView;
  readonly page: OwnLoanPage;
  readonly act: Act;
  readonly done: (work: Promise<unknown>) => Promise<void>;
};

/** By hand: the next instalment (or what the purse allows of it), or everything, which saves the cost that is still to come. */
function Pay({ loan, page, act, done }: PayProps) {
  const { t, coins } = useTexts();
  const spare = Math.max(0, page.wallet - page.reserve);
  const amount = Math.min(loan.next?.missing ?? 0, spare);
  const all = loan.payOff;
  return (
    <div className="row">
      {loan.next === null ? null : (
        <Button
          look="primary"
          blocked={amount === 0 ? t('borrow.nothingSpare', { reserve: coins(page.reserve, 'whole') }) : null}
          busy={act.busy === 'pay' ? t('borrow.paying') : false}
          onClick={() => void done(act.run('pay', 'own-loan.pay', { loanId: loan.id, amount }))}
        >
          {t('borrow.pay', { amount: coins(amount) })}
        </Button>
      )}
      {all === null ? null : (
        <Button
          look="secondary"
          blocked={all.amount > spare ? t('borrow.nothingSpare', { reserve: coins(page.reserve, 'whole') }) : null}
          busy={act.busy === 'pay-off' ? t('borrow.paying') : false}
          onClick={() => void done(act.run('pay-off', 'own-loan.pay-off', { loanId: loan.id }))}
        >
          {t('borrow.payOff', { amount: coins(all.amount), saved: coins(all.saved) })}
        </Button>
      )}
    </div>
  );
}
