import type { LoanPage } from '@bloomvale/shared/protocol/views';
import { Gloss } from '../../parts/gloss.tsx';
import { Rating } from '../../parts/meter.tsx';
import { useTexts } from '../../use-texts.ts';

/** Who carries the loan there, what it costs the borrower, and where that goes. */
export function PartnerBox({ loan }: { loan: LoanPage }) {
  const { t, percent, coins, local, decimal } = useTexts();
  const { rating, name } = loan.partner;
  const score = decimal(rating, Number.isInteger(rating) ? 0 : 1);
  return (
    <section className="box" aria-labelledby="partner">
      <h2 id="partner">{t('partner.title')}</h2>
      <div className="row row--between row--wrap">
        <p>
          <b>{name}</b>, <Gloss term="partner">{t('partner.role')}</Gloss>
        </p>
        <p className="row">
          <Rating value={rating} label={t('loan.ratingOf', { rating: score })} />
          <span>
            <b>{t('partner.of5', { score })}</b> <Gloss term="rating">{t('partner.rating')}</Gloss>
            {t('partner.lowest')}
          </span>
        </p>
      </div>
      <p className="partner__about">{local(loan.partnerAbout)}</p>
      <dl className="stats">
        <div className="stat">
          <dt>
            <Gloss term="cost" />
          </dt>
          <dd>
            {percent(loan.annualCost)} <small>{t('partner.aYear')}</small>
          </dd>
          <dd className="aside">{t('partner.inCoins', { cost: coins(loan.costMinor), amount: coins(loan.amount) })}</dd>
        </div>
        <div className="stat">
          <dt>{t('partner.grade')}</dt>
          <dd>{loan.grade}</dd>
          <dd className="aside">{t('partner.gradeHint')}</dd>
        </div>
      </dl>
      <p className="hint">{t('partner.use', { text: local(loan.costUse) })}</p>
    </section>
  );
}
