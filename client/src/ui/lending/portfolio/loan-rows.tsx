import type { PortfolioLoan } from '@bloomvale/shared/protocol/views';
import { useState } from 'react';
import { hrefOf } from '../../navigation/route.ts';
import { Avatar } from '../../parts/avatar.tsx';
import { Button } from '../../parts/button.tsx';
import { Glyph } from '../../parts/icon.tsx';
import { Meter } from '../../parts/meter.tsx';
import { Segmented } from '../../parts/segmented.tsx';
import { SimLabel } from '../../parts/sim-label.tsx';
import { useNow } from '../../use-now.ts';
import { useTexts } from '../../use-texts.ts';
import { LoanStatus } from '../loan-status.tsx';

const TICK_MS = 5_000;
/** Rows drawn at first, and more with each press. */
const PAGE = 30;

const CLOSED = ['ended', 'ended_with_loss', 'defaulted', 'expired', 'refunded', 'cancelled'];
const LOST = ['ended_with_loss', 'defaulted'];
const isClosed = (loan: PortfolioLoan): boolean => CLOSED.includes(loan.state);

const SHOWN = ['all', 'running', 'late', 'closed', 'lost'] as const;
type Shown = (typeof SHOWN)[number];
const FITS: Readonly<Record<Shown, (loan: PortfolioLoan) => boolean>> = {
  all: () => true,
  running: (loan) => !isClosed(loan),
  late: (loan) => loan.state === 'in_repayment' && loan.daysPastDue > 0,
  closed: isClosed,
  lost: (loan) => LOST.includes(loan.state),
};

/** Each loan of the player, running ones first; the same filters go into the file. */
export function LoanRows({ loans, csv }: { loans: readonly PortfolioLoan[]; csv: boolean }) {
  const { t, integer, locale } = useTexts();
  const [shown, setShown] = useState<Shown>('all');
  const [most, setMost] = useState(PAGE);
  const now = useNow(TICK_MS);
  const list = [...loans].sort((a, b) => Number(isClosed(a)) - Number(isClosed(b))).filter(FITS[shown]);
  const options = SHOWN.map((value) => ({
    value,
    label: t(`portfolio.${value === 'late' ? 'lateLoans' : value === 'lost' ? 'lostLoans' : value}`, {
      count: integer(loans.filter(FITS[value]).length),
    }),
  })).filter(({ value }) => value === 'all' || value === shown || loans.some(FITS[value]));
  return (
    <section className="box" aria-labelledby="my-loans">
      <div className="row row--wrap">
        <h2 id="my-loans">{t('portfolio.mine', { count: loans.length })}</h2>
        <span className="push row row--wrap">
          <Segmented label={t('portfolio.show')} value={shown} options={options} onChange={setShown} />
          {csv ? (
            <a className="btn" href={`/api/portfolio/loans.csv?lang=${locale}&state=${shown}`} download>
              <Glyph name="download-simple" /> {t('portfolio.csv')}
            </a>
          ) : null}
        </span>
      </div>
      <ul className="loan-rows">
        {list.slice(0, most).map((loan) => (
          <LoanRow key={loan.id} loan={loan} now={now} />
        ))}
      </ul>
      {list.length > most ? (
        <Button look="quiet" onClick={() => setMost(most + PAGE)}>
          {t('portfolio.moreLoans', { count: Math.min(PAGE, list.length - most) })}
        </Button>
      ) : null}
      <SimLabel many />
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
        {loan.nextDueAt !== null && !isClosed(loan) && loan.nextDueAt > now ? (
          <span className="hint">{t('portfolio.next', { time: span(loan.nextDueAt - now) })}</span>
        ) : null}
      </span>
      <LoanStatus loan={loan} daysPastDue={loan.daysPastDue} lost={loan.lost} />
    </li>
  );
}
