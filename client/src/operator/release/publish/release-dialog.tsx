import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { Button } from '../../../ui/parts/button.tsx';
import { Glyph } from '../../../ui/parts/icon.tsx';
import { Modal } from '../../../ui/parts/modal.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { serverNow } from '../../store/session.ts';
import { fieldOf, readField, whenText } from '../view/when.ts';

/** `ReasonSchema` of the API. */
const REASON = { least: 4, most: 500 } as const;
/** A scheduled time begins at the next full hour that is at least this far away, ms. */
const AHEAD_MS = 15 * 60_000;
const HOUR_MS = 3_600_000;

export type ReleaseOrder = { readonly at: number | null; readonly reason: string };
type Props = {
  readonly title: string;
  /** The verb of its button, at once and at a time. */
  readonly act: string;
  readonly actAt: string;
  readonly busy: boolean;
  /** Begins with a time instead of at once. */
  readonly scheduled: boolean;
  /** What changes, and what to know before. */
  readonly children: ReactNode;
  /** Has to be ticked first; null when there is nothing to answer for. */
  readonly acknowledge: string | null;
  readonly onSubmit: (order: ReleaseOrder) => void;
  readonly onClose: () => void;
};

/** One dialog for publishing, scheduling and rolling back: what changes, why, and when. */
export function ReleaseDialog(props: Props) {
  const { title, act, actAt, busy, children, acknowledge, onSubmit, onClose } = props;
  const { t } = useWords();
  const [later, setLater] = useState(props.scheduled);
  const [when, setWhen] = useState(() => fieldOf(Math.ceil((serverNow() + AHEAD_MS) / HOUR_MS) * HOUR_MS));
  const [reason, setReason] = useState('');
  const [read, setRead] = useState(false);
  const [tried, setTried] = useState(false);
  const time = readField(when, serverNow());
  const short = reason.trim().length < REASON.least;
  const unread = acknowledge !== null && !read;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (short || unread || (later && 'fault' in time)) return;
    onSubmit({ at: later && 'at' in time ? time.at : null, reason: reason.trim() });
  };
  return (
    <Modal title={title} onClose={onClose} width={600}>
      <form className="stack" onSubmit={submit} noValidate>
        {children}
        {acknowledge === null ? null : (
          <div className="field">
            <label className="check">
              <input type="checkbox" checked={read} onChange={({ target }) => setRead(target.checked)} />
              {acknowledge}
            </label>
            {tried && unread ? <Fault text={t('release.readFirst')} /> : null}
          </div>
        )}
        <Reason value={reason} fault={tried && short} onChange={setReason} />
        <When later={later} when={when} tried={tried} time={time} onLater={setLater} onWhen={setWhen} />
        <div className="dialog__foot row row--wrap">
          <Button look="primary" type="submit" busy={busy ? t('release.sending') : false}>
            {later ? actAt : act}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
        </div>
      </form>
    </Modal>
  );
}

const Fault = ({ text, id }: { text: string; id?: string }) => (
  <p className="error" id={id}>
    <Glyph name="warning-circle" /> {text}
  </p>
);

type ReasonProps = { value: string; fault: boolean; onChange: (value: string) => void };

function Reason({ value, fault, onChange }: ReasonProps) {
  const { t } = useWords();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{t('ask.reason')}</label>
      <textarea
        id={id}
        className="input"
        rows={3}
        maxLength={REASON.most}
        value={value}
        aria-invalid={fault ? true : undefined}
        aria-describedby={`${id}-note`}
        onChange={({ target }) => onChange(target.value)}
      />
      {fault ? (
        <Fault text={t('ask.reasonShort')} id={`${id}-note`} />
      ) : (
        <p className="hint" id={`${id}-note`}>
          {t('ask.reasonHint')}
        </p>
      )}
    </div>
  );
}

type WhenProps = {
  later: boolean;
  when: string;
  tried: boolean;
  time: ReturnType<typeof readField>;
  onLater: (later: boolean) => void;
  onWhen: (when: string) => void;
};

function When({ later, when, tried, time, onLater, onWhen }: WhenProps) {
  const { t, locale } = useWords();
  const id = useId();
  return (
    <fieldset className="release-when">
      <legend className="label">{t('release.when')}</legend>
      {[false, true].map((value) => (
        <label key={String(value)} className="check">
          <input type="radio" name={id} checked={later === value} onChange={() => onLater(value)} />
          {value ? t('release.later') : t('release.now')}
        </label>
      ))}
      {later ? (
        <div className="field">
          <label htmlFor={`${id}-at`}>{t('release.at')}</label>
          <input
            id={`${id}-at`}
            className="input"
            type="datetime-local"
            value={when}
            aria-invalid={tried && 'fault' in time ? true : undefined}
            aria-describedby={`${id}-zone`}
            onChange={({ target }) => onWhen(target.value)}
          />
          {'at' in time ? (
            <p className="hint" id={`${id}-zone`}>
              {t('release.atHint', { time: whenText(time.at, locale) })}
            </p>
          ) : (
            <Fault text={t(`release.timeFault.${time.fault}`)} id={`${id}-zone`} />
          )}
        </div>
      ) : null}
    </fieldset>
  );
}
