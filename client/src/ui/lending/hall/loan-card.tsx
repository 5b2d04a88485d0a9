import { placeFile } from '@bloomvale/assets/frames';
import type { LoanCard as Loan } from '@bloomvale/shared/protocol/views';
import { memo } from 'react';
import { openPanel } from '../../navigation/open.ts';
import { hrefOf } from '../../navigation/route.ts';
import { Avatar } from '../../parts/avatar.tsx';
import { Button } from '../../parts/button.tsx';
import { GENERATED, Glyph, Icon } from '../../parts/icon.tsx';
import { Meter, Rating } from '../../parts/meter.tsx';
import { useTexts } from '../../use-texts.ts';
import { fullyRepaid, periodOf, whoOf } from '../loan-facts.ts';
import { SECTOR_ICONS } from '../sector.ts';
import { termHours } from './hall-query.ts';

type Props = {
  readonly loan: Loan;
  readonly now: number;
  readonly share: number;
  /** Place in the whole list, where only a part of it is drawn. */
  readonly at?: number;
  readonly of?: number;
};

/** A loan in the list: one link as a whole, with all eight facts at every size. "Lend" opens the lend box; it never lends in one press. */
export const LoanCard = memo(function LoanCard({ loan, now, share, at, of }: Props) {
  const { t, coins, localTitle, country, simSpan } = useTexts();
  const left = loan.amount - loan.raised;
  const funded = left <= 0 || !loan.listed;
  const page = { kind: 'loan', loanId: loan.id } as const;
  return (
    <li className={`loan${funded ? ' loan--funded' : ''}`} aria-posinset={at} aria-setsize={of}>
      <img className="loan__place" src={`${GENERATED}/${placeFile(loan.sector)}`} alt="" loading="lazy" />
      {loan.starter ? <span className="tag tag--info loan__starter">{t('hall.starter')}</span> : null}
      <div className="loan__who">
        <Avatar who={loan.entrepreneur} size={72} rim={4} country={loan.country} />
        <div>
          <h3>
            <a href={hrefOf(page)}>{loan.name}</a>
          </h3>
          <p>{t('loan.town', { town: loan.town, country: country(loan.country) })}</p>
        </div>
      </div>
      <p className="loan__use">{localTitle(loan.use)}</p>
      <p className="loan__tags">
        <span className="chip">
          <Icon name={SECTOR_ICONS[loan.sector]} size={18} /> {t(`sector.${loan.sector}`)}
        </span>
        <span className="tag">
          <Glyph name="calendar-blank" /> {simSpan(termHours(loan))}
        </span>
      </p>
      <Funding loan={loan} />
      <Facts loan={loan} now={now} />
      <div className="loan__act">
        {funded ? (
          <p className="loan__funded" role="status">
            <Glyph name="check-circle" /> {t('hall.funded')}
          </p>
        ) : (
          <Button look="soft" block onClick={() => openPanel(page)}>
            {loan.mine > 0
              ? t('hall.lendMore', { amount: coins(Math.min(share, left)) })
              : t('hall.lend', { amount: coins(Math.min(share, left)) })}
            <span className="sr-only"> {t('hall.lendTo', { name: loan.name })}</span>
          </Button>
        )}
      </div>
    </li>
  );
});

function Funding({ loan }: { loan: Loan }) {
  const { t, coins, percent } = useTexts();
  const share = loan.raised / loan.amount;
  return (
    <div className="loan__fund">
      <p>
        <span>
          <b>{coins(loan.raised)}</b> {t('loan.of', { amount: coins(loan.amount) })}
        </span>
        <b>{percent(Math.round(share * 100) / 100)}</b>
      </p>
      <Meter
        value={share}
        label={t('loan.raisedLabel', { name: loan.name, raised: coins(loan.raised), amount: coins(loan.amount) })}
      />
    </div>
  );
}

function Facts({ loan, now }: { loan: Loan; now: number }) {
  const { t, coins, percent, span, decimal } = useTexts();
  const rating = decimal(loan.partner.rating, Number.isInteger(loan.partner.rating) ? 0 : 1);
  return (
    <dl className="facts">
      <div>
        <dt>{t('loan.endsIn')}</dt>
        <dd>{span(loan.expiresAt - now)}</dd>
      </div>
      <div>
        <dt>{t(`loan.cost.${whoOf(loan)}`)}</dt>
        <dd>{t('loan.aYear', { percent: percent(loan.annualCost) })}</dd>
      </div>
      <div>
        <dt>{t('loan.repaidFull')}</dt>
        <dd>{t('loan.about100', { count: fullyRepaid(loan) })}</dd>
      </div>
      <div>
        <dt>{t('loan.halfBack')}</dt>
        <dd>{t(`loan.half.${periodOf(loan)}`, { n: loan.forecast.halfBackFrom })}</dd>
      </div>
      <div>
        <dt>{t('loan.rating')}</dt>
        <dd className="row facts__rating">
          <Rating value={loan.partner.rating} label={t('loan.ratingOf', { rating })} /> {rating}
        </dd>
      </div>
      <div>
        <dt>{t('loan.needed')}</dt>
        <dd>
          {t('common.coins', {
            count: Math.ceil((loan.amount - loan.raised) / 100),
            amount: coins(loan.amount - loan.raised),
          })}
        </dd>
      </div>
    </dl>
  );
}
