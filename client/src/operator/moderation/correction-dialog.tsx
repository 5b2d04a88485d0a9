import type { PlayerView } from '@bloomvale/shared/operator/live-api';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '../../ui/parts/button.tsx';
import { Modal } from '../../ui/parts/modal.tsx';
import { Segmented } from '../../ui/parts/segmented.tsx';
import { useAct } from '../api/use-act.ts';
import { useWords } from '../i18n/use-words.ts';
import { tell } from '../store/toasts.ts';
import { nameOf } from './report-queue.tsx';

/** `ReasonSchema`, and whole coins of `askCorrection`. */
const REASON = { least: 4, most: 500 } as const;
const MOST_COINS = 100_000;
const MINOR = 100;
const WAYS = ['give', 'take'] as const;

type Props = { readonly player: PlayerView; readonly onClose: () => void };

/** Asks for coins to be given or taken back: an entry in the ledger with a reason, which another publisher approves. */
export function CorrectionDialog({ player, onClose }: Props) {
  const { t, coins, integer } = useWords();
  const id = useId();
  const { busy, act } = useAct();
  const [way, setWay] = useState<(typeof WAYS)[number]>('give');
  const [amount, setAmount] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const whole = Number(amount);
  const most = way === 'take' ? Math.min(MOST_COINS, Math.floor(player.wallet / MINOR)) : MOST_COINS;
  const bad = !(Number.isInteger(whole) && whole >= 1 && whole <= most);
  const short = reason.trim().length < REASON.least;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (bad || short) return;
    const minor = whole * MINOR * (way === 'give' ? 1 : -1);
    const done = await act('askCorrection', {
      params: { id: player.id },
      body: { amount: minor, reason: reason.trim() },
    });
    if (done?.ok !== true) return;
    tell({ text: t('moderation.asked') });
    onClose();
  };
  return (
    <Modal title={t('moderation.correctTitle', { name: nameOf(player.name, t) })} onClose={onClose} width={520}>
      <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
        <p>{t('moderation.correctLead', { wallet: coins(player.wallet) })}</p>
        <Segmented
          label={t('moderation.way')}
          value={way}
          options={WAYS.map((value) => ({ value, label: t(`moderation.ways.${value}`) }))}
          onChange={setWay}
        />
        <div className="field">
          <label htmlFor={`${id}-amount`}>{t('moderation.amount')}</label>
          <input
            id={`${id}-amount`}
            className="input"
            inputMode="numeric"
            value={amount}
            aria-invalid={tried && bad ? true : undefined}
            aria-describedby={`${id}-amount-hint`}
            onChange={({ target }) => setAmount(target.value)}
          />
          <p className={tried && bad ? 'error' : 'hint'} id={`${id}-amount-hint`}>
            {t('moderation.amountHint', { most: integer(most) })}
          </p>
        </div>
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
            {tried && short ? t('ask.reasonShort') : t('moderation.correctReason')}
          </p>
        </div>
        <div className="dialog__foot row row--wrap">
          <Button type="submit" look="primary" busy={busy === null ? false : t('moderation.asking')}>
            {t('moderation.askCorrection')}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
        </div>
      </form>
    </Modal>
  );
}
