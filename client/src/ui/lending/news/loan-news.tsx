import type { LoanNewsKind, LoanNewsPage } from '@bloomvale/shared/protocol/lending-views';
import { reportStore } from '../../../store/report.ts';
import { hrefOf } from '../../navigation/route.ts';
import { Icon } from '../../parts/icon.tsx';
import { useTexts } from '../../use-texts.ts';
import { useRemote } from '../use-remote.ts';

/** What the report does not tell by itself: it has the sums of what was repaid, lost and refunded. */
const TOLD_HERE: readonly LoanNewsKind[] = [
  'missed',
  'caught_up',
  'rescheduled',
  'drought',
  'illness',
  'strain',
  'forgiven',
  'recovered',
  'recovery_over',
  'defaulted',
  'ended_with_loss',
];
const MOST_LINES = 8;

/** News of loans one lent to or follows since the report was last closed, newest first; each leads to its page. */
export function LoanNews() {
  const { t, coins } = useTexts();
  const { value } = useRemote<LoanNewsPage>('/api/lending/news');
  const fresh = value?.lines.filter(({ id, kind }) => id > value.seen && TOLD_HERE.includes(kind)) ?? [];
  if (fresh.length === 0) return null;
  return (
    <section className="box" aria-labelledby="loan-news">
      <h3 id="loan-news">
        <Icon name="newspaper" size={26} /> {t('loanNews.title')}
      </h3>
      <ul>
        {fresh.slice(0, MOST_LINES).map(({ id, loanId, name, kind, data }) => (
          <li key={id}>
            <a href={hrefOf({ kind: 'loan', loanId })} onClick={() => reportStore.setState({ report: null })}>
              {t(`loanNews.${kind}`, { name, amount: coins(Number(data.amount ?? 0)) })}
            </a>
          </li>
        ))}
      </ul>
      {fresh.length > MOST_LINES ? (
        <p className="muted">{t('loanNews.more', { count: fresh.length - MOST_LINES })}</p>
      ) : null}
    </section>
  );
}
