import type { WelcomeBack } from '@bloomvale/shared/protocol/replies';
import { lazy, Suspense } from 'react';
import { inArea } from '../../i18n/i18n.ts';
import { actions } from '../../store/actions.ts';
import { contentStore, goodById } from '../../store/content.ts';
import { playerStore } from '../../store/player.ts';
import { reportStore } from '../../store/report.ts';
import { hrefOf } from '../navigation/route.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { Modal } from '../parts/modal.tsx';
import { SimLabel } from '../parts/sim-label.tsx';
import { useSlice } from '../use-slice.ts';
import { useTexts } from '../use-texts.ts';
import { Group } from './group.tsx';
import { Gone, Ready } from './home-groups.tsx';

/** Comes with the Lending Hall's texts, a moment after the report. */
const LoanNews = lazy(() =>
  inArea('lending', async () => ({ default: (await import('../lending/news/loan-news.tsx')).LoanNews })),
);

/** What truly happened since the last visit, good and bad in the same size. Closing it loses nothing: all of it has been booked already. */
export function Report({ report }: { report: WelcomeBack }) {
  const { t, span, coins } = useTexts();
  const name = useSlice(playerStore, (player) => player.name);
  const look = useSlice(playerStore, (player) => player.look);
  const close = (): void => {
    reportStore.setState({ report: null });
    void actions().command('home.catch-up', { seen: true });
  };
  const back = report.repaid.reduce((sum, entry) => sum + entry.amount, 0);
  const refunded = report.refunded.reduce((sum, entry) => sum + entry.amount, 0);
  const gain = report.earned + back + refunded;
  return (
    <Modal title={t('report.title', { name })} onClose={close} width={900} lead={<Avatar who={look} size={64} />}>
      <p className="muted report__away">{t('report.away', { time: span(report.awayMs) })}</p>
      <div className="report">
        {report.ripe > 0 ? (
          <Group icon="basket" title={t('report.ripe')} total={String(report.ripe)}>
            <p>{t('report.ripeBody', { count: report.ripe })}</p>
          </Group>
        ) : null}
        {report.ready === undefined ? null : <Ready count={report.ready} />}
        {report.gone === undefined ? null : <Gone gone={report.gone} />}
        {report.sold.length > 0 ? <Sold report={report} /> : null}
        {report.repaid.length + report.refunded.length > 0 ? (
          <Group icon="handshake" title={t('report.repaid')} total={`+${coins(back + refunded)}`}>
            <ul>
              {report.repaid.map((entry) => (
                <LoanLine
                  key={entry.loanId}
                  loanId={entry.loanId}
                  text={entry.name}
                  amount={`+${coins(entry.amount, 'exact')}`}
                />
              ))}
              {report.refunded.map((entry) => (
                <LoanLine
                  key={entry.loanId}
                  loanId={entry.loanId}
                  text={t('report.refunded', { name: entry.name })}
                  amount={`+${coins(entry.amount, 'exact')}`}
                />
              ))}
            </ul>
          </Group>
        ) : null}
        {report.late.length > 0 ? (
          <Group icon="cloud-with-rain" title={t('report.late')}>
            <ul>
              {report.late.map((entry) => (
                <LoanLine
                  key={entry.loanId}
                  loanId={entry.loanId}
                  text={t('report.lateLine', { name: entry.name, count: entry.daysPastDue })}
                />
              ))}
            </ul>
            <p className="muted">{t('report.lateBody')}</p>
          </Group>
        ) : null}
        {report.lost.length > 0 ? (
          <Group icon="cloud-with-rain" title={t('report.lost')}>
            <ul>
              {report.lost.map((entry) => (
                <LoanLine
                  key={entry.loanId}
                  loanId={entry.loanId}
                  text={t('report.lostLine', { name: entry.name })}
                  amount={coins(-entry.amount, 'exact')}
                />
              ))}
            </ul>
          </Group>
        ) : null}
        <Suspense fallback={null}>
          <LoanNews />
        </Suspense>
        {report.funded.length + report.ended.length > 0 ? (
          <Group icon="houses" title={t('report.village')}>
            <ul>
              {report.funded.map((entry) => (
                <LoanLine key={entry.loanId} loanId={entry.loanId} text={t('report.funded', { name: entry.name })} />
              ))}
              {report.ended.map((entry) => (
                <LoanLine key={entry.loanId} loanId={entry.loanId} text={t('report.ended', { name: entry.name })} />
              ))}
            </ul>
          </Group>
        ) : null}
      </div>
      <div className="row row--wrap row--between dialog__foot">
        <Button look="primary" big onClick={close}>
          {t('report.go')}
        </Button>
        <div className="row row--wrap">
          {gain > 0 ? <span className="num report__gain">{t('report.gain', { amount: coins(gain) })}</span> : null}
          <SimLabel many />
        </div>
      </div>
    </Modal>
  );
}

function LoanLine({ loanId, text, amount }: { loanId: string; text: string; amount?: string }) {
  return (
    <li>
      <a href={hrefOf({ kind: 'loan', loanId })} onClick={() => reportStore.setState({ report: null })}>
        {text}
      </a>
      {amount === undefined ? null : <span className="num">{amount}</span>}
    </li>
  );
}

function Sold({ report }: { report: WelcomeBack }) {
  const { t, coins, integer, local } = useTexts();
  const content = useSlice(contentStore, (state) => state.content);
  return (
    <Group icon="stall" title={t('report.sold')} total={`+${coins(report.earned)}`}>
      <ul>
        {report.sold.map(({ good, quantity }) => {
          const known = goodById(content, good);
          return (
            <li key={good}>
              <Icon good={known?.icon ?? 'basket'} size={28} />
              <span>{known === undefined ? good : local(known.name)}</span>
              <span className="num">{integer(quantity)}</span>
            </li>
          );
        })}
      </ul>
    </Group>
  );
}
