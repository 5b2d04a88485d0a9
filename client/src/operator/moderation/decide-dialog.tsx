import { REPORT_ACTIONS, type ReportAction, type ReportView } from '@bloomvale/shared/operator/live-api';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '../../ui/parts/button.tsx';
import { Modal } from '../../ui/parts/modal.tsx';
import { useAct } from '../api/use-act.ts';
import { useWords } from '../i18n/use-words.ts';
import { nameOf } from './report-queue.tsx';

/** `ReasonSchema` and the days of `decideReport`. */
const REASON = { least: 4, most: 500 } as const;
const DAYS = { least: 1, most: 365, first: 3 } as const;
const LASTS: readonly ReportAction[] = ['mute', 'suspend'];

type Props = { readonly report: ReportView; readonly onClose: () => void; readonly onDone: () => void };

/** What is done about a report, for how long, and why; the reason goes into the trail. */
export function DecideDialog({ report, onClose, onDone }: Props) {
  const { t } = useWords();
  const id = useId();
  const { busy, act } = useAct();
  const [action, setAction] = useState<ReportAction>('dismiss');
  const [days, setDays] = useState<string>(String(DAYS.first));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const lasts = LASTS.includes(action);
  const count = Number(days);
  const badDays = lasts && !(Number.isInteger(count) && count >= DAYS.least && count <= DAYS.most);
  const short = reason.trim().length < REASON.least;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (short || badDays) return;
    const body = { action, days: lasts ? count : null, reason: reason.trim() };
    const done = await act('decideReport', { params: { id: report.id }, body });
    if (done?.ok === true) onDone();
  };
  return (
    <Modal title={t('moderation.decideTitle', { name: nameOf(report.target.name, t) })} onClose={onClose} width={520}>
      <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
        <fieldset className="choices">
          <legend>{t('moderation.what')}</legend>
          {REPORT_ACTIONS.map((one) => (
            <label key={one} className="check">
              <input type="radio" name={`${id}-action`} checked={action === one} onChange={() => setAction(one)} />
              <span>
                <b>{t(`moderation.act.${one}`)}</b> <small className="muted">{t(`moderation.actMeans.${one}`)}</small>
              </span>
            </label>
          ))}
        </fieldset>
        {lasts ? (
          <div className="field">
            <label htmlFor={`${id}-days`}>{t('moderation.days')}</label>
            <input
              id={`${id}-days`}
              className="input"
              inputMode="numeric"
              value={days}
              aria-invalid={badDays ? true : undefined}
              aria-describedby={`${id}-days-hint`}
              onChange={({ target }) => setDays(target.value)}
            />
            <p className={badDays ? 'error' : 'hint'} id={`${id}-days-hint`}>
              {t('moderation.daysHint', { least: DAYS.least, most: DAYS.most })}
            </p>
          </div>
        ) : null}
        <div className="field">
          <label htmlFor={`${id}-why`}>{t('ask.reason')}</label>
          <textarea
            id={`${id}-why`}
            className="input"
            rows={3}
            maxLength={REASON.most}
            value={reason}
            aria-invalid={tried && short ? true : undefined}
            aria-describedby={`${id}-why-hint`}
            onChange={({ target }) => setReason(target.value)}
          />
          <p className={tried && short ? 'error' : 'hint'} id={`${id}-why-hint`}>
            {tried && short ? t('ask.reasonShort') : t('moderation.reasonHint')}
          </p>
        </div>
        <div className="dialog__foot row row--wrap">
          <Button
            type="submit"
            look={action === 'suspend' ? 'danger' : 'primary'}
            busy={busy === null ? false : t('moderation.deciding')}
          >
            {t(`moderation.act.${action}`)}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
        </div>
      </form>
    </Modal>
  );
}
