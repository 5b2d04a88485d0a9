import type { Portfolio as Figures, PortfolioLoan } from '@bloomvale/shared/protocol/views';
import { useEffect, useState } from 'react';
import { actions } from '../../../store/actions.ts';
import { contentStore } from '../../../store/content.ts';
import { lendingStore } from '../../../store/lending.ts';
import { playerStore } from '../../../store/player.ts';
import { openPanel } from '../../navigation/open.ts';
import { hrefOf } from '../../navigation/route.ts';
import { useFromTop } from '../../navigation/use-keep-scroll.ts';
import { Avatar } from '../../parts/avatar.tsx';
import { Banner } from '../../parts/banner.tsx';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Meter } from '../../parts/meter.tsx';
import { Segmented } from '../../parts/segmented.tsx';
import { useNow } from '../../use-now.ts';
import { useSlice } from '../../use-slice.ts';
import { useTexts } from '../../use-texts.ts';
import { LendingRoom } from '../lending-room.tsx';
import { LoanStatus } from '../loan-status.tsx';
import { ShareBars } from './share-bars.tsx';

const TICK_MS = 5_000;

/** What one lent, what came back, what is still away: figures that add up, then each loan. */
export function Portfolio() {
  const { t } = useTexts();
  const { status, value } = useSlice(lendingStore, (state) => state.portfolio);
  useFromTop();
  useEffect(() => {
    void actions().loadPortfolio();
  }, []);
  return (
    <LendingRoom tab="portfolio">
      {value !== null ? (
        <Loaded figures={value} />
      ) : status === 'error' ? (
        <Banner kind="error" role="alert" title={t('portfolio.error')}>
          <p>{t('hall.errorBody')}</p>
          <p>
            <Button onClick={() => void actions().loadPortfolio()}>{t('common.retry')}</Button>
          </p>
        </Banner>
      ) : (
        <p role="status" aria-busy="true" className="muted">
          {t('common.loading')}
        </p>
      )}
    </LendingRoom>
  );
}

function Loaded({ figures }: { figures: Figures }) {
  const { t } = useTexts();
  return (
    <div className="portfolio">
      <Headline figures={figures} />
      {figures.loans.length === 0 ? (
        <div className="empty">
          <Icon name="seedling" size={44} />
          <h2>{t('portfolio.none')}</h2>
          <p className="muted">{t('portfolio.noneBody')}</p>
          <Button look="primary" onClick={() => openPanel({ kind: 'hall' })}>
            {t('portfolio.choose')}
          </Button>
        </div>
      ) : (
        <>
          <Relend figures={figures} />
          <Spread loans={figures.loans} />
          <Loans loans={figures.loans} />
        </>
      )}
    </div>
  );
}

/** Six figures; lent is repaid, still out, lost and refunded together. */
function Headline({ figures }: { figures: Figures }) {
  const { t, coins } = useTexts();
  const six = ['lent', 'repaid', 'outstanding', 'late', 'lost', 'refunded'] as const;
  return (
    <section aria-label={t('portfolio.figures')}>
      <dl className="headline">
        {six.map((figure) => (
          <div key={figure}>
            <dt>{t(`portfolio.${figure}`)}</dt>
            <dd className="num">{coins(figures[figure])}</dd>
            <dd className="hint">{t(`portfolio.hint.${figure}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Coins that came back and make a share again. It leads to the list: lending is always a choice of a person. */
function Relend({ figures }: { figures: Figures }) {
  const { t, coins } = useTexts();
  const wallet = useSlice(playerStore, (player) => player.wallet);
  const share = useSlice(contentStore, ({ content }) => content?.economy.lending.share ?? 2_500);
  if (figures.repaid < share || wallet < share) return null;
  return (
    <section className="relend" aria-labelledby="relend">
      <Icon name="coin" size={36} />
      <div>
        <h2 id="relend">{t('portfolio.home', { amount: coins(figures.repaid) })}</h2>
        <p>{t('portfolio.homeBody', { share: coins(share), wallet: coins(wallet, 'whole') })}</p>
      </div>
      <Button look="primary" onClick={() => openPanel({ kind: 'hall' })}>
        {t('portfolio.relend', { amount: coins(share) })}
      </Button>
    </section>
  );
}

function Spread({ loans }: { loans: readonly PortfolioLoan[] }) {
  const { t, country } = useTexts();
  const out = loans.filter((loan) => loan.outstandingMine > 0);
  if (out.length < 2) return null;
  const by = (key: (loan: PortfolioLoan) => string): Map<string, number> => {
    const sums = new Map<string, number>();
    for (const loan of out) sums.set(key(loan), (sums.get(key(loan)) ?? 0) + loan.outstandingMine);
    return sums;
  };
  return (
    <div className="p2">
      <ShareBars title={t('portfolio.bySector')} sums={by((loan) => t(`sector.${loan.sector}`))} />
      <ShareBars title={t('portfolio.byCountry')} sums={by((loan) => country(loan.country))} />
    </div>
  );
}

const CLOSED = ['ended', 'ended_with_loss', 'defaulted', 'expired', 'refunded', 'cancelled'];
const isClosed = (loan: PortfolioLoan): boolean => CLOSED.includes(loan.state);
type Shown = 'all' | 'running' | 'closed';

function Loans({ loans }: { loans: readonly PortfolioLoan[] }) {
  const { t, integer } = useTexts();
  const [shown, setShown] = useState<Shown>('all');
  const now = useNow(TICK_MS);
  const closed = loans.filter(isClosed);
  const running = loans.filter((loan) => !isClosed(loan));
  const list = shown === 'all' ? [...running, ...closed] : shown === 'running' ? running : closed;
  const options = [
    { value: 'all' as const, label: t('portfolio.all', { count: integer(loans.length) }) },
    { value: 'running' as const, label: t('portfolio.running', { count: integer(running.length) }) },
    { value: 'closed' as const, label: t('portfolio.closed', { count: integer(closed.length) }) },
  ];
  return (
    <section className="box" aria-labelledby="my-loans">
      <div className="row row--wrap">
        <h2 id="my-loans">{t('portfolio.mine', { count: loans.length })}</h2>
        <span className="push">
          <Segmented label={t('portfolio.show')} value={shown} options={options} onChange={setShown} />
        </span>
      </div>
      <ul className="loan-rows">
        {list.map((loan) => (
          <LoanRow key={loan.id} loan={loan} now={now} />
        ))}
      </ul>
    </section>
  );
}

function LoanRow({ loan, now }: { loan: PortfolioLoan; now: number }) {
  const { t, coins, country, span, percent } = useTexts();
  const raising = loan.state === 'fundraising';
  const figures = raising
    ? t('portfolio.raisedShare', { percent: percent(Math.round((loan.raised / loan.amount) * 100) / 100) })
    : t('portfolio.backOf', { back: coins(loan.received), amount: coins(loan.mine) });
  const value = raising ? loan.raised / loan.amount : loan.received / Math.max(1, loan.mine);
  return (
    <li>
      <Avatar who={loan.entrepreneur} country={loan.country} />
      <p>
        <a className="loan-rows__name" href={hrefOf({ kind: 'loan', loanId: loan.id })}>
          {loan.name}
        </a>
        <br />
        <span className="muted">
          {t(`sector.${loan.sector}`)}, {country(loan.country)}
        </span>
      </p>
      <Meter value={value} label={`${loan.name}: ${figures}`} thin />
      <span className="loan-rows__figures">
        <span className="num">{figures}</span>
        {loan.nextDueAt !== null && !isClosed(loan) ? (
          <span className="hint">{t('portfolio.next', { time: span(loan.nextDueAt - now) })}</span>
        ) : null}
      </span>
      <LoanStatus loan={loan} daysPastDue={loan.daysPastDue} lost={loan.lost} />
    </li>
  );
}
