import { type FormEvent, useId, useState } from 'react';
import { Banner } from '../../ui/parts/banner.tsx';
import { Button } from '../../ui/parts/button.tsx';
import { useAct } from '../api/use-act.ts';
import { useWords } from '../i18n/use-words.ts';
import { Panel } from '../parts/panel.tsx';
import { fieldOf, readField, whenText } from '../release/view/when.ts';
import { tell } from '../store/toasts.ts';
import { useBlocked } from '../store/use-may.ts';

/** `askClock` of the API: minutes of real time a simulated month, 0 standing still. */
const MINUTES = { least: 1, most: 43_200 } as const;
const REASON = { least: 4, most: 500 } as const;
const HOUR_MS = 3_600_000;

type Props = { readonly now: number; readonly monthSeconds: number; readonly reload: () => void };

/** Asks for another tempo from a time on; another publisher approves it. */
export function ClockForm({ now, monthSeconds, reload }: Props) {
  const { t, locale, integer } = useWords();
  const id = useId();
  const blocked = useBlocked('publisher');
  const { busy, act } = useAct();
  const [stands, setStands] = useState(monthSeconds === 0);
  const [minutes, setMinutes] = useState(String(Math.round(monthSeconds / 60) || MINUTES.least));
  const [later, setLater] = useState(true);
  const [when, setWhen] = useState(() => fieldOf(Math.ceil((now + HOUR_MS) / HOUR_MS) * HOUR_MS));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const count = Number(minutes);
  const badMinutes = !stands && !(Number.isInteger(count) && count >= MINUTES.least && count <= MINUTES.most);
  const time = readField(when, now);
  const badTime = later && 'fault' in time;
  const short = reason.trim().length < REASON.least;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (badMinutes || badTime || short || blocked !== null) return;
    const at = later && 'at' in time ? time.at : null;
    const done = await act('askClock', { body: { monthSeconds: stands ? 0 : count * 60, at, reason: reason.trim() } });
    if (done?.ok !== true) return;
    tell({ text: t('clock.asked') });
    setReason('');
    setTried(false);
    reload();
  };
  return (
    <Panel title={t('clock.change')}>
      <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
        <Banner kind="caution" title={t('clock.eyes')}>
          {t('clock.effect')}
        </Banner>
        <label className="check">
          <input type="checkbox" checked={stands} onChange={({ target }) => setStands(target.checked)} />
          {t('clock.standStill')}
        </label>
        {stands ? null : (
          <div className="field">
            <label htmlFor={`${id}-minutes`}>{t('clock.minutes')}</label>
            <input
              id={`${id}-minutes`}
              className="input"
              inputMode="numeric"
              value={minutes}
              aria-invalid={tried && badMinutes ? true : undefined}
              aria-describedby={`${id}-minutes-hint`}
              onChange={({ target }) => setMinutes(target.value)}
            />
            <p className={tried && badMinutes ? 'error' : 'hint'} id={`${id}-minutes-hint`}>
              {t('clock.minutesHint', { least: integer(MINUTES.least), most: integer(MINUTES.most) })}
            </p>
          </div>
        )}
        <label className="check">
          <input type="checkbox" checked={later} onChange={({ target }) => setLater(target.checked)} />
          {t('clock.later')}
        </label>
        {later ? (
          <div className="field">
            <label htmlFor={`${id}-when`}>{t('clock.when')}</label>
            <input
              id={`${id}-when`}
              className="input"
              type="datetime-local"
              value={when}
              aria-invalid={tried && badTime ? true : undefined}
              aria-describedby={`${id}-when-hint`}
              onChange={({ target }) => setWhen(target.value)}
            />
            <p className={tried && badTime ? 'error' : 'hint'} id={`${id}-when-hint`}>
              {'at' in time ? whenText(time.at, locale) : t('clock.badTime')}
            </p>
          </div>
        ) : null}
        <div className="field">
          <label htmlFor={`${id}-why`}>{t('ask.reason')}</label>
          <textarea
            id={`${id}-why`}
            className="input"
            rows={2}
            maxLength={REASON.most}
            value={reason}
            aria-invalid={tried && short ? true : undefined}
            aria-describedby={`${id}-why-hint`}
            onChange={({ target }) => setReason(target.value)}
          />
          <p className={tried && short ? 'error' : 'hint'} id={`${id}-why-hint`}>
            {tried && short ? t('ask.reasonShort') : t('ask.reasonHint')}
          </p>
        </div>
        <Button type="submit" look="primary" blocked={blocked} busy={busy === null ? false : t('clock.asking')}>
          {t('clock.ask')}
        </Button>
      </form>
    </Panel>
  );
}
