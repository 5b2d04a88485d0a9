import type { PortfolioReport } from '@bloomvale/shared/protocol/lending-views';
import { hrefOf } from '../../navigation/route.ts';
import { Icon } from '../../parts/icon.tsx';
import { useTexts } from '../../use-texts.ts';
import { KEEPSAKES } from '../loan/keepsakes.ts';

/** What stayed of loans that could not be repaid. */
export function Keepsakes({ keepsakes }: { keepsakes: PortfolioReport['keepsakes'] }) {
  const { t, date } = useTexts();
  if (keepsakes.length === 0) return null;
  return (
    <section className="box box--paper" aria-labelledby="keepsakes">
      <h2 id="keepsakes">{t('keepsakes.title')}</h2>
      <p className="muted">{t('keepsakes.body')}</p>
      <ul className="keepsakes">
        {keepsakes.map((one) => (
          <li key={one.loanId}>
            <Icon name={KEEPSAKES[one.id] ?? 'seedling'} size={40} />
            <p>
              <b>{Object.hasOwn(KEEPSAKES, one.id) ? t(`keepsake.${one.id as 'bench'}`) : t('ending.kept')}</b>
              <br />
              <a href={hrefOf({ kind: 'loan', loanId: one.loanId })}>{one.name}</a>{' '}
              <span className="muted">{date(one.at)}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
