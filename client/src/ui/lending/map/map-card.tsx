import type { LoanCard } from '@bloomvale/shared/protocol/views';
import { hrefOf } from '../../navigation/route.ts';
import { Avatar } from '../../parts/avatar.tsx';
import { Button } from '../../parts/button.tsx';
import { Meter } from '../../parts/meter.tsx';
import { useNow } from '../../use-now.ts';
import { useTexts } from '../../use-texts.ts';
import { whoOf } from '../loan-facts.ts';

type Props = { readonly loans: readonly LoanCard[]; readonly onChoose: (loans: readonly LoanCard[]) => void };

const TICK_MS = 10_000;

/** Who was pressed on the map; several in one place are a list of names. Always there, so that what it says is heard. */
export function MapCard({ loans, onChoose }: Props) {
  const { t } = useTexts();
  const [only] = loans;
  return (
    <aside
      className={`map-card${loans.length === 0 ? ' map-card--none' : ' card'}`}
      aria-label={t('map.chosen')}
      aria-live="polite"
    >
      {only === undefined ? (
        <p className="hint">{t('map.choose')}</p>
      ) : loans.length === 1 ? (
        <One loan={only} />
      ) : (
        <>
          <p className="label">{t('map.here', { count: loans.length })}</p>
          <ul className="map-card__many">
            {loans.map((loan) => (
              <li key={loan.id}>
                <Button onClick={() => onChoose([loan])}>
                  <Avatar who={loan.entrepreneur} size={32} /> {loan.name}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </aside>
  );
}

function One({ loan }: { loan: LoanCard }) {
  const { t, coins, percent, country, localTitle, span } = useTexts();
  const now = useNow(TICK_MS);
  const share = loan.raised / loan.amount;
  const raising = loan.state === 'fundraising';
  return (
    <div className="map-card__one">
      <div className="row">
        <Avatar who={loan.entrepreneur} size={64} country={loan.country} />
        <div>
          <h3>{loan.name}</h3>
          <p className="muted">{t('loan.town', { town: loan.town, country: country(loan.country) })}</p>
        </div>
      </div>
      <div>
        <p>{localTitle(loan.use)}</p>
        <p className="row row--between row--baseline">
          <span>
            <b className="num">{coins(loan.raised)}</b> {t('loan.of', { amount: coins(loan.amount) })}
            {raising ? t('map.ends', { time: span(loan.expiresAt - now) }) : ''}
          </span>
          <b className="num">{percent(Math.round(share * 100) / 100)}</b>
        </p>
        <Meter
          value={share}
          label={t('loan.raisedLabel', { name: loan.name, raised: coins(loan.raised), amount: coins(loan.amount) })}
        />
      </div>
      <a className="btn btn--primary" href={hrefOf({ kind: 'loan', loanId: loan.id })}>
        {t(`map.read.${whoOf(loan)}`)}
      </a>
    </div>
  );
}
