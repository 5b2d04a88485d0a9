import type { LoanPage, ScheduleRowView } from '@bloomvale/shared/protocol/views';
import { useState } from 'react';
import { realMsOf } from '../../../i18n/format/duration.ts';
import { playerStore } from '../../../store/player.ts';
import { Button } from '../../parts/button.tsx';
import { ScrollTable } from '../../parts/scroll-table.tsx';
import { StateTag, type TagKind } from '../../parts/state-tag.tsx';
import { useSlice } from '../../use-slice.ts';
import { useTexts } from '../../use-texts.ts';
import { termHours } from '../hall/hall-query.ts';
import { periodOf } from '../loan-facts.ts';

/** Rows shown before "show the rest": the head of the table says what matters. */
const FIRST_ROWS = 4;

const TAGS: Record<ScheduleRowView['status'], TagKind> = {
  to_come: 'to-come',
  repaid: 'repaid',
  late: 'late',
  partly: 'late',
  lost: 'lost',
};

/**
 * The player's part of each instalment, minor units: by cumulative entitlement, so that the parts add up to what was lent
 * (microfinance.md 6.6; the server splits among all lenders at once, so a single cent may fall a row earlier or later).
 */
export function partsOf(principals: readonly number[], amount: number, loanAmount: number): readonly number[] {
  let owed = 0;
  let given = 0;
  return principals.map((principal) => {
    owed += principal;
    const part = Math.round((owed * amount) / loanAmount) - given;
    given += part;
    return part;
  });
}

/** Expected and actual repayments. `amount` is the player's part, chosen or lent, minor units. */
export function Schedule({ loan, amount, now }: { loan: LoanPage; amount: number; now: number }) {
  const { t, coins, simSpan, span } = useTexts();
  const monthSeconds = useSlice(playerStore, (player) => player.monthSeconds);
  const [all, setAll] = useState(false);
  const running = loan.state !== 'fundraising';
  const rows = all || running ? loan.schedule : loan.schedule.slice(0, FIRST_ROWS);
  const parts = partsOf(
    loan.schedule.map((row) => row.principal),
    amount,
    loan.amount,
  );
  const hours = termHours(loan);
  const period = periodOf(loan);
  return (
    <section className="box" aria-labelledby="schedule">
      <div className="row row--between row--wrap">
        <h2 id="schedule">{t('schedule.title')}</h2>
        <p className="muted">
          {t('schedule.length', { sim: simSpan(hours), real: span(realMsOf(hours, monthSeconds)) })}
        </p>
      </div>
      <ScrollTable
        label={t('schedule.region')}
        caption={running ? t('schedule.captionRunning') : t('schedule.caption')}
      >
        <thead>
          <tr>
            <th scope="col">{t(`schedule.period.${period}`)}</th>
            <th scope="col" className="n">
              {t('schedule.principal')}
            </th>
            <th scope="col" className="n only-wide">
              {t('schedule.cost')}
            </th>
            <th scope="col" className="n">
              {t('schedule.yours', { amount: coins(amount) })}
            </th>
            <th scope="col">{t('schedule.status')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <Row key={row.n} row={row} part={parts[i] ?? 0} now={now} />
          ))}
        </tbody>
      </ScrollTable>
      {rows.length < loan.schedule.length ? (
        <Button look="quiet" onClick={() => setAll(true)}>
          {t('schedule.more', { from: FIRST_ROWS + 1, to: loan.schedule.length })}
        </Button>
      ) : null}
    </section>
  );
}

function Row({ row, part, now }: { row: ScheduleRowView; part: number; now: number }) {
  const { t, coins, span } = useTexts();
  const late = row.status === 'late' || row.status === 'partly';
  const due =
    row.status === 'to_come' && row.dueAt !== null ? t('schedule.dueIn', { time: span(row.dueAt - now) }) : null;
  return (
    <tr className={late ? 'is-now' : undefined}>
      <th scope="row">{row.n}</th>
      <td className="n">{coins(row.principal, 'exact')}</td>
      <td className="n only-wide">{coins(row.interest, 'exact')}</td>
      <td className="n">{coins(part, 'exact')}</td>
      <td>
        <StateTag kind={TAGS[row.status]} text={due ?? t(`schedule.state.${row.status}`)} />
      </td>
    </tr>
  );
}
