import type { OddsView, RecoveryView } from '@bloomvale/shared/protocol/lending-views';
import type { WholeLoan } from '../../../store/lending.ts';
import { Banner } from '../../parts/banner.tsx';
import { Gloss } from '../../parts/gloss.tsx';
import { Glyph } from '../../parts/icon.tsx';
import { Meter } from '../../parts/meter.tsx';
import { SimLabel } from '../../parts/sim-label.tsx';
import { useTexts } from '../../use-texts.ts';
import { TakeBack } from './take-back.tsx';

const PPM_IN_HUNDRED = 10_000;
export const inHundred = (ppm: number): number => Math.round(ppm / PPM_IN_HUNDRED);

/** What the player has in this loan, what came back of it, and what may still. */
export function MyShare({ loan, now }: { loan: WholeLoan; now: number }) {
  const { t, coins, span } = useTexts();
  const next = loan.schedule.find((row) => row.status === 'to_come' && row.dueAt !== null && row.dueAt > now);
  const { share, odds, recovery } = loan;
  const late = share?.late ?? 0;
  const open = share?.open ?? 0;
  return (
    <section className="card lendbox" aria-labelledby="mine">
      <h2 id="mine">{t('mine.title', { amount: coins(loan.mine) })}</h2>
      <p className="row row--between row--baseline">
        <span>
          <b className="num lendbox__raised">{coins(loan.myReceived, 'exact')}</b> {t('mine.back')}
        </span>
        {late > 0 ? (
          <span className="muted">
            {t('mine.lateToCome', { late: coins(late, 'exact'), toCome: coins(open - late, 'exact') })}
          </span>
        ) : next?.dueAt ? (
          <span className="muted">{t('mine.next', { time: span(next.dueAt - now) })}</span>
        ) : null}
      </p>
      <Meter
        value={loan.myReceived / loan.mine}
        label={t('mine.label', { back: coins(loan.myReceived, 'exact'), amount: coins(loan.mine) })}
      />
      <TakeBack loan={loan} />
      {loan.daysPastDue > 0 && loan.state === 'in_repayment' ? <Late loan={loan} odds={odds ?? null} /> : null}
      {recovery === null || recovery === undefined ? null : <Recovery recovery={recovery} />}
      {share === undefined || share === null ? null : <Parts share={share} />}
      <SimLabel />
    </section>
  );
}

/** Odds come before anything one could do (ui.md 7.5). */
function Late({ loan, odds }: { loan: WholeLoan; odds: OddsView | null }) {
  const { t } = useTexts();
  if (odds === null) {
    return (
      <Banner kind="caution" title={t('mine.late', { count: loan.daysPastDue, name: loan.shortName })}>
        {t('mine.lateBody')}
      </Banner>
    );
  }
  const repaid = inHundred(odds.fullyRepaidPpm);
  return (
    <div className="banner">
      <Glyph name="chart-bar" />
      <div>
        <b>{t('odds.title', { count: repaid })}</b>
        <p>{t('odds.body', { repaid, lost: 100 - repaid })}</p>
      </div>
    </div>
  );
}

function Recovery({ recovery }: { recovery: RecoveryView }) {
  const { t, coins, integer } = useTexts();
  const { triesLeft, anythingPpm, expectedSharePpm, missing, recovered } = recovery;
  if (triesLeft === 0 || missing === 0) {
    return (
      <p className="hint">
        <Gloss term="recovery" />: {t('recovery.over', { amount: coins(recovered, 'exact') })}
      </p>
    );
  }
  return (
    <div className="banner">
      <Glyph name="chart-bar" />
      <div>
        <b>
          <Gloss term="recovery">{t('recovery.title', { count: inHundred(anythingPpm) })}</Gloss>
        </b>
        <p>
          {t('recovery.body', {
            count: triesLeft,
            share: integer(inHundred(expectedSharePpm)),
            missing: coins(missing, 'exact'),
          })}
        </p>
      </div>
    </div>
  );
}

/** Parts of the share besides what came back, where there are any. They add up with it to what was lent. */
function Parts({ share }: { share: NonNullable<WholeLoan['share']> }) {
  const { t, coins } = useTexts();
  const parts = (['open', 'recovered', 'refunded', 'forgiven', 'lost', 'covered'] as const).filter(
    (part) => share[part] > 0 && part !== 'open',
  );
  if (parts.length === 0) return null;
  return (
    <dl className="facts">
      {parts.map((part) => (
        <div key={part}>
          <dt>{t(`mine.part.${part}`)}</dt>
          <dd>{coins(share[part], 'exact')}</dd>
        </div>
      ))}
    </dl>
  );
}
