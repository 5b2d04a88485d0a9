import type { OwnLoanOfferView, OwnLoanPage } from '@bloomvale/shared/protocol/growing-views';
import { useState } from 'react';
import { refusalText } from '../../i18n/refusal-text.ts';
import { closePanel } from '../navigation/open.ts';
import { Banner } from '../parts/banner.tsx';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { useTexts } from '../use-texts.ts';
import { EffortBar } from './effort-bar.tsx';
import { OwnLoanSchedule } from './own-loan-schedule.tsx';
import { useAct } from './use-act.ts';

type Props = { readonly offer: OwnLoanOfferView; readonly page: OwnLoanPage; readonly reload: () => Promise<void> };

/** What a loan would cost, when it would be due and what of the takings it would take, before it is signed. */
export function OwnLoanOffer({ offer, page, reload }: Props) {
  const texts = useTexts();
  const { t, local, coins, decimal, span, integer } = texts;
  const act = useAct();
  const [typed, setTyped] = useState('');
  const asks = offer.effort.verdict === 'caution';
  // Rounded: 19.99 * 100 is not 1999.
  const typedRight = Math.round(Number(typed.replace(',', '.').replace(/[^\d.]/g, '')) * 100) === offer.instalment;
  const sign = async (): Promise<void> => {
    const ask = { offer: offer.id, amount: offer.amount, instalment: offer.instalment, share: 0 };
    await act.run('sign', 'own-loan.sign', ask);
    await reload();
  };
  return (
    <div className="offer card-paper">
      <p>{local(offer.about)}</p>
      <dl className="facts">
        <Fact
          term={t('borrow.get')}
          value={
            offer.grant.kind === 'coins' ? coins(offer.amount) : t('borrow.inKind', { amount: coins(offer.amount) })
          }
        />
        <Fact term={t('borrow.giveBack')} value={coins(offer.total)} />
        <Fact term={t('borrow.cost')} value={coins(offer.cost)} />
        <Fact term={t('borrow.annual')} value={t('borrow.percent', { percent: decimal(offer.annualTenths / 10, 1) })} />
        <Fact term={t('borrow.every')} value={span(offer.intervalMs)} />
        <Fact term={t('borrow.count')} value={integer(offer.instalments)} />
      </dl>
      {offer.effort.percent === null ? null : (
        <EffortBar percent={offer.effort.percent} caution={page.cautionPercent} limit={page.limitPercent} />
      )}
      <OwnLoanSchedule rows={offer.schedule} />
      <p className="muted">{t('borrow.missed')}</p>
      {asks ? (
        <Banner kind="caution" title={t('borrow.caution', { percent: integer(offer.effort.percent ?? 0) })}>
          <p>{t('borrow.leftIfHalf', { left: coins(Math.max(0, offer.effort.leftIfHalf)) })}</p>
          <Field
            label={t('borrow.type', { instalment: coins(offer.instalment) })}
            inputMode="decimal"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </Banner>
      ) : null}
      <div className="row">
        <Button
          look="primary"
          big
          blocked={
            offer.refusal !== null
              ? refusalText({ from: 'game', ...offer.refusal }, texts)
              : asks && !typedRight
                ? t('borrow.typeFirst')
                : null
          }
          busy={act.busy === 'sign' ? t('borrow.signing') : false}
          onClick={() => void sign()}
        >
          {t('borrow.sign', { amount: coins(offer.amount, 'whole') })}
        </Button>
        <Button look="quiet" onClick={closePanel}>
          {t('borrow.notNow')}
        </Button>
      </div>
      <p className="hint">
        {t('borrow.capText', { caution: integer(page.cautionPercent), limit: integer(page.limitPercent) })}
      </p>
    </div>
  );
}

const Fact = ({ term, value }: { term: string; value: string }) => (
  <div>
    <dt>{term}</dt>
    <dd className="num">{value}</dd>
  </div>
);
