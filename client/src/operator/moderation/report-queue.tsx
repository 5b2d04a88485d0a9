import type { ReportView } from '@bloomvale/shared/operator/live-api';
import { useState } from 'react';
import { Button } from '../../ui/parts/button.tsx';
import { Segmented } from '../../ui/parts/segmented.tsx';
import { useCall } from '../api/use-call.ts';
import { useWords } from '../i18n/use-words.ts';
import { Panel } from '../parts/panel.tsx';
import { Answered, Empty } from '../parts/states.tsx';
import { Tag } from '../parts/tag.tsx';
import { hrefTo } from '../shell/route.ts';
import { useBlocked } from '../store/use-may.ts';
import { DecideDialog } from './decide-dialog.tsx';

const STATES = ['open', 'closed'] as const;

/** Open reports, oldest first, or the latest that were closed, each with what was done and why. */
export function ReportQueue() {
  const { t, integer } = useWords();
  const [state, setState] = useState<(typeof STATES)[number]>('open');
  const [after, setAfter] = useState<readonly number[]>([]);
  const from = after.at(-1);
  const called = useCall('reports', { query: { state, ...(from === undefined ? {} : { after: from }) } });
  const [deciding, setDeciding] = useState<ReportView | null>(null);
  const switchTo = (to: (typeof STATES)[number]): void => {
    setState(to);
    setAfter([]);
  };
  return (
    <Panel
      title={t('moderation.reports')}
      tools={
        <div className="push">
          <Segmented
            label={t('moderation.which')}
            value={state}
            options={STATES.map((value) => ({
              value,
              label:
                value === 'open' && called.answer !== null
                  ? t('moderation.openCount', { number: integer(called.answer.open) })
                  : t(`moderation.${value}`),
            }))}
            onChange={switchTo}
          />
        </div>
      }
    >
      <Answered called={called}>
        {({ reports }) => {
          const last = reports.at(-1);
          return (
            <>
              {reports.length === 0 ? <Empty title={t(`moderation.none.${state}`)} /> : null}
              <ul className="reports">
                {reports.map((report) => (
                  <Report key={report.id} report={report} onDecide={() => setDeciding(report)} />
                ))}
              </ul>
              <div className="row row--wrap">
                {after.length === 0 ? null : (
                  <Button onClick={() => setAfter(after.slice(0, -1))}>{t('moderation.before')}</Button>
                )}
                {last === undefined ? null : (
                  <Button look="quiet" onClick={() => setAfter([...after, last.id])}>
                    {t('moderation.next')}
                  </Button>
                )}
              </div>
              {deciding === null ? null : (
                <DecideDialog
                  key={deciding.id}
                  report={deciding}
                  onClose={() => setDeciding(null)}
                  onDone={() => {
                    setDeciding(null);
                    called.reload();
                  }}
                />
              )}
            </>
          );
        }}
      </Answered>
    </Panel>
  );
}

function Report({ report, onDecide }: { report: ReportView; onDecide: () => void }) {
  const { t, at, integer } = useWords();
  const blocked = useBlocked('editor');
  const player = (who: ReportView['by']) => (
    <a href={hrefTo(['moderation', 'player', who.id])}>{nameOf(who.name, t)}</a>
  );
  return (
    <li className="report">
      <div>
        <p>
          <b>{t(`moderation.reason.${report.reason}` as 'moderation.reason.other')}</b>{' '}
          {report.alike > 1 ? <Tag tone="late">{t('moderation.alike', { number: integer(report.alike) })}</Tag> : null}
        </p>
        <p>
          {t('moderation.about')} {player(report.target)}, {t('moderation.from')} {player(report.by)},{' '}
          <time dateTime={new Date(report.at).toISOString()}>{at(report.at)}</time>
        </p>
        {report.trail.length === 0 ? null : (
          <ul className="log">
            {report.trail.map((line) => (
              <li key={`${line.at} ${line.action}`}>
                <time dateTime={new Date(line.at).toISOString()}>{at(line.at)}</time>
                <span>
                  <b>{line.who.name}</b> {t(`moderation.did.${line.action}`)}{' '}
                  {t('moderation.because', { reason: line.reason })}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
      {report.state === 'open' ? (
        <Button blocked={blocked} onClick={onDecide}>
          {t('moderation.decide')}
        </Button>
      ) : null}
    </li>
  );
}

type T = ReturnType<typeof useWords>['t'];
/** Closed accounts have no name any more. */
export const nameOf = (name: string, t: T): string => (name === '' ? t('moderation.former') : name);
