import type { AutoLendLine, AutoLendView } from '@bloomvale/shared/protocol/lending-views';
import { useState } from 'react';
import { actions } from '../../../store/actions.ts';
import { hrefOf } from '../../navigation/route.ts';
import { Button } from '../../parts/button.tsx';
import { Gloss } from '../../parts/gloss.tsx';
import { SimLabel } from '../../parts/sim-label.tsx';
import { useTexts } from '../../use-texts.ts';
import { AutoLendForm } from './auto-lend-form.tsx';

type Props = { readonly view: AutoLendView; readonly onChanged: () => void };

/** Lines shown at first of what it did. */
const FIRST = 5;

/** Off unless turned on. What it may do, what it did line by line, and one press to stop it. */
export function AutoLend({ view, onChanged }: Props) {
  const { t, coins } = useTexts();
  const [editing, setEditing] = useState(false);
  const [busy, setBusy] = useState(false);
  const stop = async (): Promise<void> => {
    setBusy(true);
    await actions().command('lend.auto', { on: false, rules: null });
    setBusy(false);
    onChanged();
  };
  return (
    <section className="box box--paper auto-lend" aria-labelledby="auto-lend">
      <div className="row row--wrap row--between">
        <div>
          <h2 id="auto-lend">{t('auto.title')}</h2>
          <p className="muted">
            {t('auto.body')} <Gloss term="autoLend" />
          </p>
        </div>
        <p role="status">
          <b>{view.on ? t('auto.on') : t('auto.off')}</b>
        </p>
      </div>
      {view.stopped !== null && !view.on ? <p>{t(`auto.stopped.${view.stopped.why}`)}</p> : null}
      {view.on ? (
        <dl className="stats">
          {(['budget', 'lentToday', 'lentSince', 'lostSince'] as const).map((figure) => (
            <div key={figure} className="stat">
              <dt>{t(`auto.figure.${figure}`)}</dt>
              <dd>{coins(view[figure])}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      <div className="row row--wrap">
        <Button onClick={() => setEditing(true)}>{view.on ? t('auto.edit') : t('auto.setUp')}</Button>
        {view.on ? (
          <Button busy={busy ? t('auto.stopping') : false} onClick={() => void stop()}>
            {t('auto.stop')}
          </Button>
        ) : null}
      </div>
      <Lines lines={view.lines} />
      <SimLabel many />
      {editing ? (
        <AutoLendForm
          view={view}
          onClose={() => setEditing(false)}
          onSaved={() => {
            setEditing(false);
            onChanged();
          }}
        />
      ) : null}
    </section>
  );
}

function Lines({ lines }: { lines: readonly AutoLendLine[] }) {
  const { t } = useTexts();
  const [all, setAll] = useState(false);
  if (lines.length === 0) return null;
  const shown = all ? lines : lines.slice(0, FIRST);
  return (
    <>
      <h3>{t('auto.lines')}</h3>
      <ul className="auto-lines">
        {shown.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ul>
      {shown.length < lines.length ? (
        <Button look="quiet" onClick={() => setAll(true)}>
          {t('journal.more', { count: lines.length - shown.length })}
        </Button>
      ) : null}
    </>
  );
}

function Line({ line }: { line: AutoLendLine }) {
  const { t, coins, date, time, percent, decimal } = useTexts();
  const { kind, data, loanId } = line;
  const when = `${date(line.at)}, ${time(line.at)}`;
  if (kind !== 'lent' || loanId === null) {
    const why = String(data.why ?? 'player');
    return (
      <li>
        <span className="muted">{when}</span>{' '}
        {kind === 'stopped'
          ? t(`auto.stopped.${why === 'absence' || why === 'loss' ? why : 'player'}`)
          : t(`auto.line.${kind === 'on' ? 'on' : 'off'}`)}
      </li>
    );
  }
  return (
    <li>
      <span className="muted">{when}</span> <a href={hrefOf({ kind: 'loan', loanId })}>{line.name}</a>:{' '}
      {t('auto.line.lent', {
        amount: coins(line.amount),
        grade: String(data.grade ?? ''),
        rating: decimal(Number(data.rating ?? 0), 1),
        cost: percent(Number(data.annualCost ?? 0)),
        left: coins(Number(data.dayLeft ?? 0)),
      })}
    </li>
  );
}
