import type { PortfolioReport } from '@bloomvale/shared/protocol/lending-views';
import { useState } from 'react';
import { contentStore } from '../../../store/content.ts';
import { playerStore } from '../../../store/player.ts';
import { openPanel } from '../../navigation/open.ts';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { useSlice } from '../../use-slice.ts';
import { useTexts } from '../../use-texts.ts';
import { LendConfirm } from '../loan/lend-confirm.tsx';
import { periodOf } from '../loan-facts.ts';

/** Names shown of those who repaid; the rest is a sum. */
const FIRST = 3;

/** Coins that came home, from whom, and one press to lend them on: to a named person, with a sheet that says the cost before it happens. */
export function LendAgain({ again }: { again: PortfolioReport['again'] }) {
  const { t, coins } = useTexts();
  const wallet = useSlice(playerStore, (player) => player.wallet);
  const share = useSlice(contentStore, ({ content }) => content?.economy.lending.share ?? 2_500);
  const [asking, setAsking] = useState(false);
  const { back, from, suggestion } = again;
  if (back === 0 && suggestion === null) return null;
  const first = from.slice(0, FIRST);
  const rest = from.slice(FIRST);
  const names = first.map(({ name, amount }) => `${name} ${coins(amount, 'exact')}`);
  if (rest.length > 0) {
    names.push(
      t('again.others', {
        count: rest.length,
        amount: coins(
          rest.reduce((sum, one) => sum + one.amount, 0),
          'exact',
        ),
      }),
    );
  }
  const amount = suggestion === null ? share : Math.min(share, suggestion.amount - suggestion.raised);
  const ready = suggestion !== null && wallet >= amount;
  return (
    <section className="relend" aria-labelledby="relend">
      <Icon name="coin" size={36} />
      <div>
        <h2 id="relend">{t('portfolio.home', { amount: coins(back) })}</h2>
        <p>
          {names.length > 0 ? `${names.join(', ')}. ` : ''}
          {ready
            ? t('again.suggestion', {
                name: suggestion.name,
                half: t(`loan.half.${periodOf(suggestion)}`, { n: suggestion.forecast.halfBackFrom }),
              })
            : t('again.short', { share: coins(share), wallet: coins(wallet, 'whole') })}
        </p>
      </div>
      {ready ? (
        <Button look="primary" onClick={() => setAsking(true)}>
          {t('again.act', { amount: coins(amount), name: suggestion.shortName })}
        </Button>
      ) : null}
      <Button onClick={() => openPanel({ kind: 'hall' })}>{t('portfolio.choose')}</Button>
      {asking && suggestion !== null ? (
        <LendConfirm loan={suggestion} amount={amount} share={share} onClose={() => setAsking(false)} />
      ) : null}
    </section>
  );
}
