import type { ForgivenessOffer, ForgivePreview } from '@bloomvale/shared/protocol/lending-views';
import { useState } from 'react';
import { refusalText } from '../../../i18n/refusal-text.ts';
import { actions } from '../../../store/actions.ts';
import type { Refusal } from '../../../store/fault.ts';
import type { WholeLoan } from '../../../store/lending.ts';
import { Avatar } from '../../parts/avatar.tsx';
import { Banner } from '../../parts/banner.tsx';
import { Button } from '../../parts/button.tsx';
import { Gloss } from '../../parts/gloss.tsx';
import { Modal } from '../../parts/modal.tsx';
import { SimLabel } from '../../parts/sim-label.tsx';
import { useTexts } from '../../use-texts.ts';
import { whoOf } from '../loan-facts.ts';

type Open = Extract<ForgivenessOffer, { open: true }>;

/** Offered where a hardship is on record. Waiting is just as kind, and says so; it is never the page's main button. */
export function Forgive({ loan, offer }: { loan: WholeLoan; offer: Open }) {
  const { t, coins } = useTexts();
  const [asking, setAsking] = useState<ForgivePreview | null>(null);
  const first = offer.late ?? offer.all;
  const both = offer.late !== null && offer.late.amount < offer.all.amount;
  return (
    <section className="box" aria-labelledby="forgive">
      <h2 id="forgive">{t(offer.late === null ? 'forgive.titleAll' : 'forgive.title')}</h2>
      <p>{t('forgive.body', { amount: coins(first.amount, 'exact') })}</p>
      <Consequences loan={loan} preview={first} />
      <div className="row row--wrap">
        <Button onClick={() => setAsking(first)}>{t('forgive.act', { amount: coins(first.amount, 'exact') })}</Button>
        {both ? (
          <Button look="quiet" onClick={() => setAsking(offer.all)}>
            {t('forgive.all', { amount: coins(offer.all.amount, 'exact') })}
          </Button>
        ) : null}
      </div>
      <SimLabel />
      {asking === null ? null : <Confirm loan={loan} preview={asking} onClose={() => setAsking(null)} />}
    </section>
  );
}

/** For you, for her, for other lenders, her next loan: as the server's dry run has it. */
function Consequences({ loan, preview }: { loan: WholeLoan; preview: ForgivePreview }) {
  const { t, coins } = useTexts();
  const { forYou, forHer } = preview;
  const who = whoOf(loan);
  return (
    <dl className="facts forgive__facts">
      <div>
        <dt>{t('forgive.forYou')}</dt>
        <dd>{t('forgive.givenUp', { amount: coins(forYou.givenUp, 'exact') })}</dd>
      </div>
      <div>
        <dt>{t(`forgive.for.${who}`)}</dt>
        <dd>
          {forHer.endsNow
            ? t('forgive.endsNow')
            : t('forgive.owes', {
                before: coins(forHer.owesBefore, 'exact'),
                after: coins(forHer.owesAfter, 'exact'),
                count: forHer.instalmentsAfter,
              })}
        </dd>
      </div>
      <div>
        <dt>{t('forgive.others')}</dt>
        <dd>{t('forgive.nothing')}</dd>
      </div>
      <div>
        <dt>{t(`forgive.next.${who}`)}</dt>
        <dd>{t('forgive.notSmaller')}</dd>
      </div>
    </dl>
  );
}

function Confirm({ loan, preview, onClose }: { loan: WholeLoan; preview: ForgivePreview; onClose: () => void }) {
  const texts = useTexts();
  const { t, coins } = texts;
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const amount = coins(preview.amount, 'exact');
  const forgive = async (): Promise<void> => {
    setBusy(true);
    setRefusal(null);
    const reply = await actions().command('loan.forgive', { loanId: loan.id, amount: preview.amount });
    setBusy(false);
    if (reply.ok) setDone(true);
    else setRefusal({ from: 'game', code: reply.code, detail: reply.detail });
    void actions().loadLoan(loan.id);
  };
  return (
    <Modal
      title={done ? t('forgive.done', { amount }) : t('forgive.confirm', { amount, name: loan.shortName })}
      onClose={onClose}
      width={480}
      lead={<Avatar who={loan.entrepreneur} size={64} country={loan.country} />}
    >
      <div className="stack">
        {done ? (
          <p role="status">{t('forgive.doneBody', { name: loan.shortName })}</p>
        ) : (
          <>
            <p>
              {t('forgive.final')} <Gloss term="forgiveness" />
            </p>
            <Consequences loan={loan} preview={preview} />
          </>
        )}
        {refusal === null ? null : (
          <Banner kind="error" role="alert" title={t('forgive.refused')}>
            {refusalText(refusal, texts)} {t('confirm.noCoin')}
          </Banner>
        )}
        <div className="row row--wrap dialog__foot">
          {done ? (
            <Button onClick={onClose}>{t('common.done')}</Button>
          ) : (
            <>
              <Button onClick={onClose}>{t('forgive.wait')}</Button>
              <Button busy={busy ? t('forgive.doing') : false} onClick={() => void forgive()}>
                {t('forgive.act', { amount })}
              </Button>
            </>
          )}
        </div>
        <SimLabel />
      </div>
    </Modal>
  );
}
