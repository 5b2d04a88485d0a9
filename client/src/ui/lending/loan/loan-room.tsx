import { lazy, Suspense, useEffect, useState } from 'react';
import { actions } from '../../../store/actions.ts';
import { contentStore } from '../../../store/content.ts';
import { lendingStore, type WholeLoan } from '../../../store/lending.ts';
import { playerStore } from '../../../store/player.ts';
import { goBack } from '../../navigation/open.ts';
import { useFromTop } from '../../navigation/use-keep-scroll.ts';
import { Banner } from '../../parts/banner.tsx';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Room } from '../../parts/room.tsx';
import { SimLabel } from '../../parts/sim-label.tsx';
import { useNow } from '../../use-now.ts';
import { useSlice } from '../../use-slice.ts';
import { useTexts } from '../../use-texts.ts';
import { Ending } from './ending.tsx';
import { FollowButton } from './follow-button.tsx';
import { Forecast } from './forecast.tsx';
import { Forgive } from './forgive.tsx';
import { Instalments } from './instalments.tsx';
import { Journal } from './journal.tsx';
import { LendBox } from './lend-box.tsx';
import { lendChoices } from './lend-choices.ts';
import { LendConfirm } from './lend-confirm.tsx';
import { Lenders } from './lenders.tsx';
import { LoanHero } from './loan-hero.tsx';
import { MyShare } from './my-share.tsx';
import { Outcome } from './outcome.tsx';
import { PartnerBox } from './partner-box.tsx';
import { Schedule } from './schedule.tsx';
import { Verify } from './verify.tsx';
import '../../css/loan-course.css';

const TICK_MS = 1_000;
const CLOSED = ['ended', 'ended_with_loss', 'defaulted'];

/** One loan: who, why, what could happen, what it costs, and how to lend. */
export function LoanRoom({ loanId }: { loanId: string }) {
  const { t } = useTexts();
  const page = useSlice(lendingStore, (state) => state.page);
  useFromTop();
  useEffect(() => {
    void actions().loadLoan(loanId);
    void actions().loadPortfolio();
  }, [loanId]);
  const loan = page.loan?.id === loanId ? page.loan : null;
  if (loan !== null) return <Loaded loan={loan} />;
  return (
    <Room title={t('loan.title')} back={t('loan.backToHall')} onBack={() => goBack({ kind: 'hall' })}>
      {page.status === 'error' ? (
        <Banner kind="error" role="alert" title={t('loan.error')}>
          <p>{t('hall.errorBody')}</p>
          <p>
            <Button onClick={() => void actions().loadLoan(loanId)}>{t('common.retry')}</Button>
          </p>
        </Banner>
      ) : (
        <p role="status" aria-busy="true" className="muted">
          {t('common.loading')}
        </p>
      )}
    </Room>
  );
}

/** Charts, the verifier and the ending's scene are fetched when a loan has come so far. */
const WhyLate = lazy(async () => ({ default: (await import('./why-late.tsx')).WhyLate }));

/** How the loan stands: what is late with its reasons, or over, comes before what could happen. */
function Course({ loan, shown, now }: { loan: WholeLoan; shown: number; now: number }) {
  const economy = useSlice(contentStore, ({ content }) => content?.economy.lending ?? null);
  const raising = loan.state === 'fundraising' || loan.instalmentRows === undefined;
  const closed = CLOSED.includes(loan.state);
  const { ending, outlook, whyLate } = loan;
  return (
    <>
      {ending === null || ending === undefined ? null : <Ending loan={loan} ending={ending} />}
      {closed && outlook !== undefined ? <Outcome loan={loan} outlook={outlook} /> : null}
      {raising ? <Forecast loan={loan} amount={shown} share={economy?.share ?? shown} /> : null}
      {raising ? <PartnerBox loan={loan} /> : null}
      {loan.instalmentRows === undefined || loan.state === 'fundraising' ? (
        <Schedule loan={loan} amount={shown} now={now} />
      ) : (
        <Instalments loan={loan} rows={loan.instalmentRows} now={now} />
      )}
      {whyLate === null || whyLate === undefined ? null : (
        <Suspense fallback={null}>
          <WhyLate loan={loan} view={whyLate} />
        </Suspense>
      )}
      {raising ? null : <PartnerBox loan={loan} />}
      {raising || closed ? null : <Forecast loan={loan} amount={shown} share={economy?.share ?? shown} />}
      {loan.replay === undefined ? null : <Verify loan={loan} />}
    </>
  );
}

function Loaded({ loan }: { loan: WholeLoan }) {
  const { t, coins } = useTexts();
  const now = useNow(TICK_MS);
  const economy = useSlice(contentStore, ({ content }) => content?.economy.lending ?? null);
  const wallet = useSlice(playerStore, (player) => player.wallet);
  const [wanted, setWanted] = useState(0);
  const [asking, setAsking] = useState(false);
  if (economy === null) return null;
  const choices = lendChoices(loan, wallet, economy, now);
  const offered = choices.kind === 'open' ? choices.choices.filter((choice) => choice.affordable) : [];
  // A choice that is gone, because others lent meanwhile, falls back to the smallest.
  const amount = offered.find((choice) => choice.amount === wanted)?.amount ?? offered[0]?.amount ?? economy.share;
  const open = offered.length > 0;
  const shown = loan.mine > 0 && !open ? loan.mine : amount;
  const ask = (): void => setAsking(true);
  return (
    <Room
      title={t('loan.titleOf', { name: loan.shortName })}
      emblem="globe-showing-europe-africa"
      back={t('loan.backToHall')}
      onBack={() => goBack({ kind: 'hall' })}
      after={
        open ? (
          <section className="bottom-bar only-narrow" aria-label={t('lend.label', { name: loan.name })}>
            <Button look="primary" big block onClick={ask}>
              <Icon name="coin" size={26} /> {t('lend.act', { amount: coins(amount) })}
            </Button>
            <SimLabel />
          </section>
        ) : undefined
      }
    >
      <div className="loan-page">
        <div className="stack stack--l">
          <LoanHero loan={loan} happy={loan.mine > 0} />
          <Course loan={loan} shown={shown} now={now} />
        </div>
        <div className="stack stack--l loan-page__side">
          {loan.mine > 0 ? <MyShare loan={loan} now={now} /> : null}
          {loan.state === 'fundraising' ? (
            <LendBox
              loan={loan}
              choices={choices}
              amount={amount}
              share={economy.share}
              now={now}
              onAmount={setWanted}
              onLend={ask}
            />
          ) : null}
          {loan.forgiveness?.open === true ? <Forgive loan={loan} offer={loan.forgiveness} /> : null}
          <FollowButton loan={loan} />
          <Lenders loan={loan} />
          <Journal loan={loan} now={now} />
        </div>
      </div>
      {asking ? (
        <LendConfirm loan={loan} amount={amount} share={economy.share} onClose={() => setAsking(false)} />
      ) : null}
    </Room>
  );
}
