import { REPORT_REASONS } from '@bloomvale/shared/protocol/commands';
import { useState } from 'react';
import { refusalText } from '../../i18n/refusal-text.ts';
import { actions } from '../../store/actions.ts';
import { playerStore } from '../../store/player.ts';
import { roomStore } from '../../store/room.ts';
import { showToast } from '../../store/toasts.ts';
import { closePanel } from '../navigation/open.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Banner } from '../parts/banner.tsx';
import { Button } from '../parts/button.tsx';
import { Glyph } from '../parts/icon.tsx';
import { Modal } from '../parts/modal.tsx';
import { useSlice } from '../use-slice.ts';
import { useTexts } from '../use-texts.ts';

/** A neighbour: visit, wave, block, report. Someone who left meanwhile is still there to be blocked or reported. */
export function PersonPanel({ id }: { id: string }) {
  const { t } = useTexts();
  const avatar = useSlice(roomStore, (room) => room.avatars[id]);
  // The person may walk out while the card is open.
  const [person] = useState(avatar);
  const blocked = useSlice(playerStore, (player) => player.blocked.includes(id));
  const [reporting, setReporting] = useState(false);
  const name = person?.name ?? '';
  const shown = name === '' ? t('people.former') : name;
  const visit = (): void => {
    closePanel();
    void actions().goTo({ kind: 'homestead', owner: id });
  };
  return (
    <Modal
      title={shown}
      onClose={closePanel}
      width={420}
      lead={person === undefined ? undefined : <Avatar who={person.look} size={64} />}
    >
      {person === undefined ? null : <p className="muted">{t('people.level', { level: person.level })}</p>}
      {reporting ? (
        <ReportForm id={id} name={shown} onDone={() => setReporting(false)} />
      ) : (
        <div className="stack">
          {blocked ? (
            <Banner kind="info" title={t('people.blocked', { name: shown })}>
              {t('people.blockedBody')}
            </Banner>
          ) : (
            <div className="row row--wrap">
              <Button look="primary" onClick={visit}>
                {t('people.visit')}
              </Button>
              <Button onClick={() => actions().emote('wave')}>
                <Glyph name="hand-waving" /> {t('people.wave')}
              </Button>
            </div>
          )}
          <div className="row row--wrap">
            <BlockButton id={id} name={shown} blocked={blocked} />
            <Button look="quiet" onClick={() => setReporting(true)}>
              <Glyph name="flag" /> {t('people.report')}
            </Button>
          </div>
        </div>
      )}
    </Modal>
  );
}

function BlockButton({ id, name, blocked }: { id: string; name: string; blocked: boolean }) {
  const texts = useTexts();
  const { t } = texts;
  const [error, setError] = useState<string | null>(null);
  const toggle = async (): Promise<void> => {
    const reply = await actions().command('social.block', { target: id, blocked: !blocked });
    if (reply.ok) showToast({ text: blocked ? t('toast.unblocked', { name }) : t('toast.blocked', { name }) });
    setError(reply.ok ? null : refusalText({ from: 'game', code: reply.code, detail: reply.detail }, texts));
  };
  return (
    <>
      <Button look="quiet" onClick={toggle}>
        <Glyph name="prohibit" /> {blocked ? t('people.unblock') : t('people.block')}
      </Button>
      {error === null ? null : (
        <p className="error" role="alert">
          {error}
        </p>
      )}
    </>
  );
}

function ReportForm({ id, name, onDone }: { id: string; name: string; onDone: () => void }) {
  const texts = useTexts();
  const { t } = texts;
  const [reason, setReason] = useState<(typeof REPORT_REASONS)[number]>('behaviour');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const send = async (): Promise<void> => {
    setBusy(true);
    const reply = await actions().command('social.report', { target: id, reason });
    setBusy(false);
    if (!reply.ok) {
      setError(refusalText({ from: 'game', code: reply.code, detail: reply.detail }, texts));
      return;
    }
    showToast({ text: t('toast.reported') });
    onDone();
  };
  return (
    <div className="stack">
      <fieldset>
        <legend className="label">{t('people.reportTitle', { name })}</legend>
        {REPORT_REASONS.map((known) => (
          <label key={known} className="check">
            <input type="radio" name="reason" checked={reason === known} onChange={() => setReason(known)} />
            {t(`people.reason.${known}`)}
          </label>
        ))}
      </fieldset>
      <p className="hint">{t('people.reportHint')}</p>
      {error === null ? null : (
        <Banner kind="error" role="alert" title={t('account.failed')}>
          {error}
        </Banner>
      )}
      <div className="row row--wrap">
        <Button look="primary" busy={busy ? t('people.sending') : false} onClick={send}>
          {t('people.send')}
        </Button>
        <Button onClick={onDone}>{t('common.notNow')}</Button>
      </div>
    </div>
  );
}
