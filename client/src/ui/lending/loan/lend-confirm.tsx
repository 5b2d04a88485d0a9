import type { CommandReply } from '@bloomvale/shared/protocol/replies';
import type { LoanCard } from '@bloomvale/shared/protocol/views';
import { useState } from 'react';
import { refusalText } from '../../../i18n/refusal-text.ts';
import { actions } from '../../../store/actions.ts';
import type { Refusal } from '../../../store/fault.ts';
import { playerStore } from '../../../store/player.ts';
import { closePanel } from '../../navigation/open.ts';
import { Avatar } from '../../parts/avatar.tsx';
import { Banner } from '../../parts/banner.tsx';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Modal } from '../../parts/modal.tsx';
import { SimLabel } from '../../parts/sim-label.tsx';
import { useSlice } from '../../use-slice.ts';
import { useTexts } from '../../use-texts.ts';
import { comesBack, whoOf } from '../loan-facts.ts';

type Props = { readonly loan: LoanCard; readonly amount: number; readonly share: number; readonly onClose: () => void };
type Done = Extract<CommandReply<'loan.lend'>, { ok: true }>['value'];

/** The last word before coins leave, and what came of it. The same sheet tells both, so that there is never a second dialog. */
export function LendConfirm(props: Props) {
  const { t, coins } = useTexts();
  const [done, setDone] = useState<Done | null>(null);
  const { loan, amount, onClose } = props;
  const title =
    done === null
      ? t('confirm.title', { amount: coins(amount), name: loan.shortName })
      : t('confirm.done', { amount: coins(done.lent), name: loan.shortName });
  return (
    <Modal
      title={title}
      onClose={onClose}
      width={480}
      lead={<Avatar who={loan.entrepreneur} size={64} happy={done !== null} country={loan.country} />}
    >
      {done === null ? <Ask {...props} onDone={setDone} /> : <Result loan={loan} done={done} onClose={onClose} />}
    </Modal>
  );
}

function Ask({ loan, amount, share, onClose, onDone }: Props & { onDone: (done: Done) => void }) {
  const texts = useTexts();
  const { t, coins, percent, range } = texts;
  const wallet = useSlice(playerStore, (player) => player.wallet);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { low, high } = comesBack(loan, amount, share);
  const lend = async (): Promise<void> => {
    setBusy(true);
    setRefusal(null);
    const reply = await actions().command('loan.lend', { loanId: loan.id, amount });
    setBusy(false);
    if (reply.ok) onDone(reply.value);
    else {
      setRefusal({ from: 'game', code: reply.code, detail: reply.detail });
      void actions().loadLoan(loan.id);
    }
  };
  return (
    <div className="stack">
      <p>{t('confirm.away')}</p>
      <p className="hint">{amount >= loan.amount - loan.raised ? t('confirm.completes') : t('confirm.tenSeconds')}</p>
      <dl className="facts">
        <div>
          <dt>{t('confirm.back')}</dt>
          <dd>{t('confirm.range', { range: range(low, high) })}</dd>
        </div>
        <div>
          <dt>{t('confirm.less')}</dt>
          <dd>{t('loan.in100', { count: loan.forecast.partlyLost })}</dd>
        </div>
        <div>
          <dt>{t(`loan.cost.${whoOf(loan)}`)}</dt>
          <dd>{t('loan.aYear', { percent: percent(loan.annualCost) })}</dd>
        </div>
        <div>
          <dt>{t('lend.after')}</dt>
          <dd>{coins(wallet - amount, 'whole')}</dd>
        </div>
      </dl>
      {refusal === null ? null : (
        <Banner kind="error" role="alert" title={t('confirm.refused')}>
          {refusalText(refusal, texts)} {t('confirm.noCoin')}
        </Banner>
      )}
      <div className="row row--wrap dialog__foot">
        <Button look="primary" big busy={busy ? t('confirm.lending') : false} onClick={lend}>
          <Icon name="coin" size={26} /> {t('lend.act', { amount: coins(amount) })}
        </Button>
        <Button onClick={onClose}>{t('common.notNow')}</Button>
      </div>
      <SimLabel />
    </div>
  );
}

function Result({ loan, done, onClose }: { loan: LoanCard; done: Done; onClose: () => void }) {
  const { t, coins } = useTexts();
  const left = loan.amount - done.raised;
  const toVillage = (): void => {
    closePanel();
    void actions().goTo({ kind: 'village' });
  };
  return (
    <div className="stack">
      <p role="status">
        {done.funded ? t('confirm.funded', { name: loan.shortName }) : t('confirm.toGo', { amount: coins(left) })}
      </p>
      <p className="muted">{t('confirm.next')}</p>
      <div className="row row--wrap dialog__foot">
        {done.funded ? (
          <Button look="primary" onClick={toVillage}>
            {t('confirm.see')}
          </Button>
        ) : null}
        <Button onClick={onClose}>{t('common.done')}</Button>
      </div>
      <SimLabel />
    </div>
  );
}
