import type { LoanPage } from '@bloomvale/shared/protocol/views';
import { useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { Gloss } from '../../parts/gloss.tsx';
import { Icon } from '../../parts/icon.tsx';
import { useTexts } from '../../use-texts.ts';

const FIRST = 4;

/** Who else lent. The pool and the match for newcomers stand in the list like anyone. */
export function Lenders({ loan }: { loan: LoanPage }) {
  const { t, coins } = useTexts();
  const [all, setAll] = useState(false);
  const list = all ? loan.lendersList : loan.lendersList.slice(0, FIRST);
  return (
    <section className="box" aria-labelledby="lenders">
      <h2 id="lenders">{t('lend.lenders', { count: loan.lendersList.length })}</h2>
      {list.length === 0 ? (
        <p className="muted">{t('lend.first')}</p>
      ) : (
        <ul className="lenders">
          {list.map((lender, i) => (
            // Names are not unique and amounts neither: the place in the list is what tells them apart.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <li key={i}>
              <Icon name={lender.kind === 'player' ? 'house-with-garden' : 'four-leaf-clover'} size={30} />
              <p>
                <b>
                  {lender.kind === 'player' ? lender.name : <Gloss term="pool">{t(`lend.kind.${lender.kind}`)}</Gloss>}
                </b>
                <br />
                <span className="muted">{t('lend.lent', { amount: coins(lender.amount) })}</span>
              </p>
            </li>
          ))}
        </ul>
      )}
      {list.length < loan.lendersList.length ? (
        <Button look="quiet" onClick={() => setAll(true)}>
          {t('lend.showAll', { count: loan.lendersList.length })}
        </Button>
      ) : null}
    </section>
  );
}
