import type { InstalmentView } from '@bloomvale/shared/protocol/lending-views';
import { Fragment } from 'react';
import { realMsOf } from '../../../i18n/format/duration.ts';
import type { WholeLoan } from '../../../store/lending.ts';
import { playerStore } from '../../../store/player.ts';
import { Gloss } from '../../parts/gloss.tsx';
import { ScrollTable } from '../../parts/scroll-table.tsx';
import { StateTag, type TagKind } from '../../parts/state-tag.tsx';
import { useSlice } from '../../use-slice.ts';
import { useTexts } from '../../use-texts.ts';
import { termHours } from '../hall/hall-query.ts';
import { periodOf } from '../loan-facts.ts';

const TAGS: Record<InstalmentView['status'], TagKind> = {
  to_come: 'to-come',
  repaid: 'repaid',
  repaid_late: 'repaid',
  late: 'late',
  lost: 'lost',
  forgiven: 'refunded',
};

type Props = { readonly loan: WholeLoan; readonly rows: readonly InstalmentView[]; readonly now: number };

/** A running or closed loan: expected beside actual, one's own part, and what became of each instalment, through every new schedule. */
export function Instalments({ loan, rows, now }: Props) {
  const { t, coins, simSpan, span } = useTexts();
  const monthSeconds = useSlice(playerStore, (player) => player.monthSeconds);
  const sum = (status: readonly InstalmentView['status'][]): number =>
    rows.filter((row) => status.includes(row.status)).reduce((total, row) => total + row.expected - row.actual, 0);
  const repaid = rows.reduce((total, row) => total + row.actual, 0);
  const hours = termHours(loan);
  const mine = loan.mine > 0;
  return (
    <section className="box" aria-labelledby="schedule">
      <div className="row row--between row--wrap">
        <h2 id="schedule">{t('schedule.title')}</h2>
        <p>
          {t('schedule.sums', {
            repaid: coins(repaid),
            amount: coins(loan.amount),
            late: coins(sum(['late'])),
            toCome: coins(sum(['to_come'])),
          })}
        </p>
      </div>
      <p className="hint">{t('schedule.length', { sim: simSpan(hours), real: span(realMsOf(hours, monthSeconds)) })}</p>
      <ScrollTable label={t('schedule.region')} caption={t('schedule.captionRunning')}>
        <thead>
          <tr>
            <th scope="col">{t(`schedule.period.${periodOf(loan)}`)}</th>
            <th scope="col" className="n">
              {t('schedule.expected')}
            </th>
            <th scope="col" className="n">
              {t('schedule.actual')}
            </th>
            <th scope="col" className="n only-wide">
              {t('schedule.cost')}
            </th>
            {mine ? (
              <th scope="col" className="n">
                {t('schedule.you')}
              </th>
            ) : null}
            <th scope="col">{t('schedule.status')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <Fragment key={`${row.version} ${row.n}`}>
              {i > 0 && row.version !== rows[i - 1]?.version ? (
                <tr className="table__break">
                  <td colSpan={6}>
                    <Gloss term="reschedule">{t('schedule.newDates')}</Gloss>
                  </td>
                </tr>
              ) : null}
              <Row row={row} mine={mine} now={now} />
            </Fragment>
          ))}
        </tbody>
      </ScrollTable>
    </section>
  );
}

function Row({ row, mine, now }: { row: InstalmentView; mine: boolean; now: number }) {
  const { t, coins } = useTexts();
  const came = row.actual > 0 || row.status === 'late' || row.status === 'lost';
  return (
    <tr className={row.status === 'late' ? 'is-now' : undefined}>
      <th scope="row">{row.n}</th>
      <td className="n">{coins(row.expected, 'exact')}</td>
      <td className="n">{came ? coins(row.actual, 'exact') : ''}</td>
      <td className="n only-wide">{coins(row.cost, 'exact')}</td>
      {mine ? <td className="n">{came ? coins(row.mine, 'exact') : ''}</td> : null}
      <td>
        <StateTag kind={TAGS[row.status]} text={useStatus(row, now) || t('schedule.state.to_come')} />
      </td>
    </tr>
  );
}

function useStatus(row: InstalmentView, now: number): string {
  const { t, span } = useTexts();
  switch (row.status) {
    case 'repaid_late':
      return t('schedule.repaidLate', { count: row.daysLate });
    case 'late':
      return row.daysLate > 0 ? t('state.late', { count: row.daysLate }) : t('schedule.state.late');
    case 'to_come':
      return row.dueAt === null || row.dueAt <= now ? '' : t('schedule.dueIn', { time: span(row.dueAt - now) });
    default:
      return t(`schedule.state.${row.status}`);
  }
}
