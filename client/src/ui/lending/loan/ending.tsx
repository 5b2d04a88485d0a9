import type { IconName } from '@bloomvale/assets/manifest';
import type { LoanEnding } from '@bloomvale/shared/protocol/lending-views';
import type { WholeLoan } from '../../../store/lending.ts';
import { hrefOf } from '../../navigation/route.ts';
import { Avatar } from '../../parts/avatar.tsx';
import { Icon } from '../../parts/icon.tsx';
import { SimLabel } from '../../parts/sim-label.tsx';
import { useTexts } from '../../use-texts.ts';
import { whoOf } from '../loan-facts.ts';
import { KEEPSAKES } from './keepsakes.ts';

const iconOf = (id: string): IconName => KEEPSAKES[id] ?? 'seedling';
const isKeepsake = (id: string): id is keyof typeof KEEPSAKES => Object.hasOwn(KEEPSAKES, id);

/** The end of a loan that could not be repaid whole: a reason, a farewell, something kept. Nobody is to blame, and nothing is hidden. */
export function Ending({ loan, ending }: { loan: WholeLoan; ending: LoanEnding }) {
  const { t, coins } = useTexts();
  const who = whoOf(loan);
  const { causes, keepsake, mine } = ending;
  return (
    <section className="box box--paper ending" aria-labelledby="ending">
      <div className="ending__scene" aria-hidden="true">
        <Avatar who={loan.entrepreneur} size={88} country={loan.country} />
        <span className="ending__keepsake">
          <Icon name={iconOf(keepsake.id)} size={56} />
        </span>
      </div>
      <div className="stack">
        <h2 id="ending">{t(`ending.title.${ending.kind}`, { name: loan.shortName })}</h2>
        <p>
          {causes.length === 0
            ? t('ending.luck')
            : t('ending.because', { causes: causes.map((cause) => t(`causeSentence.${cause}`)).join(' ') })}
        </p>
        <p>
          {t('ending.figures', {
            paid: ending.instalmentsPaid,
            of: ending.instalments,
            repaid: coins(ending.repaid, 'exact'),
            lost: coins(ending.lost, 'exact'),
          })}
        </p>
        <blockquote>{t(`ending.farewell.${who}`)}</blockquote>
        {mine === null ? null : (
          <p className="ending__mine">
            {t('ending.mine', { back: coins(mine.received, 'exact'), amount: coins(mine.lent) })}
            {mine.covered > 0 ? ` ${t('ending.covered', { amount: coins(mine.covered, 'exact') })}` : ''}
          </p>
        )}
        <p>
          <b>{isKeepsake(keepsake.id) ? t(`keepsake.${keepsake.id as 'bench'}`) : t('ending.kept')}</b>.{' '}
          {t('ending.keptBody')}
        </p>
        <p>
          <a href={hrefOf({ kind: 'computed' })}>{t('ending.why')}</a>
        </p>
        <SimLabel />
      </div>
    </section>
  );
}
