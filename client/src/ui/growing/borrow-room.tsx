import type { OwnLoanOfferView, OwnLoanPage } from '@bloomvale/shared/protocol/growing-views';
import { useState } from 'react';
import { refusalText } from '../../i18n/refusal-text.ts';
import { closePanel } from '../navigation/open.ts';
import { Room } from '../parts/room.tsx';
import { useTexts } from '../use-texts.ts';
import { OwnLoanCard } from './own-loan-card.tsx';
import { OwnLoanOffer } from './own-loan-offer.tsx';
import { PageState } from './page-state.tsx';
import { usePage } from './use-page.ts';

/** "I owe": the player's own loan from the village fund, by the rules that hold for everybody. Never mixed with what was lent. */
export function BorrowRoom() {
  const { t } = useTexts();
  const { page, reload } = usePage<OwnLoanPage>('/api/own-loan');
  return (
    <Room title={t('borrow.title')} emblem="seedling" back={t('common.back')} onBack={closePanel}>
      <PageState page={page} reload={reload} fault={t('borrow.notLoaded')}>
        {(value) => <Borrow page={value} reload={reload} />}
      </PageState>
    </Room>
  );
}

type Props = { readonly page: OwnLoanPage; readonly reload: () => Promise<void> };

function Borrow({ page, reload }: Props) {
  const { t, integer } = useTexts();
  const [chosen, setChosen] = useState<string>(
    () => (page.offers.find(({ refusal }) => refusal === null) ?? page.offers[0])?.id ?? '',
  );
  const offer = page.offers.find(({ id }) => id === chosen);
  const { repaid, rescheduled, writtenOff } = page.history;
  const past = repaid + rescheduled + writtenOff;
  return (
    <div className="borrow">
      <p className="muted">{t('borrow.lead')}</p>
      {page.loan === null ? null : <OwnLoanCard loan={page.loan} page={page} reload={reload} />}
      {page.loan !== null || page.offers.length === 0 ? null : (
        <section className="borrow__choice" aria-labelledby="borrow-what">
          <h2 id="borrow-what" className="h3">
            {t('borrow.what')}
          </h2>
          <ul className="offers">
            {page.offers.map((one) => (
              <li key={one.id}>
                <OfferButton offer={one} chosen={one.id === chosen} onChoose={() => setChosen(one.id)} />
              </li>
            ))}
          </ul>
          {offer === undefined ? null : <OwnLoanOffer key={offer.id} offer={offer} page={page} reload={reload} />}
        </section>
      )}
      {page.loan !== null && past === 0 ? null : (
        <section className="card-paper">
          <h2 className="h3">{t('borrow.history')}</h2>
          <p>
            {past === 0
              ? t('borrow.noHistory')
              : t('borrow.historyText', {
                  repaid: integer(repaid),
                  rescheduled: integer(rescheduled),
                  writtenOff: integer(writtenOff),
                })}
          </p>
        </section>
      )}
      <p className="sim-label">{t('borrow.simulated')}</p>
    </div>
  );
}

function OfferButton({ offer, chosen, onChoose }: { offer: OwnLoanOfferView; chosen: boolean; onChoose: () => void }) {
  const texts = useTexts();
  const { t, local, coins, integer } = texts;
  return (
    <button type="button" className="need" aria-pressed={chosen} onClick={onChoose}>
      <span className="need__what">
        <b>{local(offer.name)}</b>
        <small>
          {offer.refusal === null
            ? t('borrow.instalments', {
                count: offer.instalments,
                instalments: integer(offer.instalments),
                amount: coins(offer.instalment),
              })
            : refusalText({ from: 'game', ...offer.refusal }, texts)}
        </small>
      </span>
      <b className="num">{coins(offer.amount, 'whole')}</b>
    </button>
  );
}
