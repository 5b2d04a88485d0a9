import type { OwnLoanRow } from '@bloomvale/shared/protocol/growing-views';
import { useTexts } from '../use-texts.ts';

/** Instalments of an own loan with what of each is cost, and what became of it. */
export function OwnLoanSchedule({ rows }: { rows: readonly OwnLoanRow[] }) {
  const { t, coins, integer, span } = useTexts();
  return (
    <div className="scroll-x">
      <table className="table">
        <caption>{t('borrow.schedule')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('borrow.n')}</th>
            <th scope="col">{t('borrow.due')}</th>
            <th scope="col" className="num">
              {t('borrow.instalment')}
            </th>
            <th scope="col" className="num">
              {t('borrow.ofCost')}
            </th>
            <th scope="col" className="num">
              {t('borrow.left')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.n}>
              <th scope="row">{integer(row.n)}</th>
              <td>{dueText(row, t, span)}</td>
              <td className="num">{coins(row.total, 'exact')}</td>
              <td className="num">{coins(row.cost, 'exact')}</td>
              <td className="num">{coins(row.balance, 'exact')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type T = ReturnType<typeof useTexts>['t'];
function dueText(row: OwnLoanRow, t: T, span: (ms: number) => string): string {
  if (row.status !== 'to_come' && row.status !== 'partly') return t(`borrow.status.${row.status}`);
  if (row.dueInMs === null) return t('borrow.status.still');
  return row.dueInMs <= 0 ? t('borrow.status.now') : t('borrow.status.in', { time: span(row.dueInMs) });
}
