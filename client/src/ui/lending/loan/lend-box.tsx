import { leavesLowPurse } from '@bloomvale/shared/lending/caps';
import type { LoanPage } from '@bloomvale/shared/protocol/views';
import { useId } from 'react';
import { Trans } from 'react-i18next';
import { refusalText } from '../../../i18n/refusal-text.ts';
import { contentStore } from '../../../store/content.ts';
import { lendingStore } from '../../../store/lending.ts';
import { playerStore } from '../../../store/player.ts';
import { Banner } from '../../parts/banner.tsx';
import { Button } from '../../parts/button.tsx';
import { Gloss } from '../../parts/gloss.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Meter } from '../../parts/meter.tsx';
import { SimLabel } from '../../parts/sim-label.tsx';
import { useSlice } from '../../use-slice.ts';
import { useTexts } from '../../use-texts.ts';
import { comesBack, whoOf } from '../loan-facts.ts';
import type { Choice, Choices } from './lend-choices.ts';

type Props = {
  readonly loan: LoanPage;
  readonly choices: Choices;
  readonly amount: number;
  readonly share: number;
  readonly now: number;
  readonly onAmount: (amount: number) => void;
  readonly onLend: () => void;
};

/** How much to lend, and what that means: the range, the cost to the borrower, the purse afterwards. Lending itself asks once more. */
export function LendBox(props: Props) {
  const { loan, choices, amount, now, onLend } = props;
  const texts = useTexts();
  const { t, coins, percent, span } = texts;
  const raised = loan.raised / loan.amount;
  return (
    <aside className="card lendbox" aria-label={t('lend.label', { name: loan.name })}>
      <p className="row row--between row--baseline">
        <span>
          <b className="num lendbox__raised">{coins(loan.raised)}</b> {t('loan.of', { amount: coins(loan.amount) })}
        </span>
        <b className="num lendbox__share">{percent(Math.round(raised * 100) / 100)}</b>
      </p>
      <Meter
        value={raised}
        label={t('loan.raisedLabel', { name: loan.name, raised: coins(loan.raised), amount: coins(loan.amount) })}
      />
      <p className="row row--between muted">
        <span>{t('lend.lenders', { count: loan.lendersList.length })}</span>
        {choices.kind === 'open' ? <span>{t('lend.ends', { time: span(loan.expiresAt - now) })}</span> : null}
      </p>
      {loan.poolLent > 0 ? <p className="hint">{t('lend.pool', { amount: coins(loan.poolLent) })}</p> : null}
      {choices.kind === 'open' ? (
        <Open {...props} choices={choices.choices} />
      ) : (
        <Banner kind="info" title={t('lend.closed')}>
          {refusalText({ from: 'game', code: choices.refusal }, texts)}
        </Banner>
      )}
      {choices.kind === 'open' && choices.choices.some((choice) => choice.affordable) ? (
        <Button look="primary" big block className="only-wide-flex" onClick={onLend}>
          <Icon name="coin" size={26} /> {t('lend.act', { amount: coins(amount) })}
        </Button>
      ) : null}
      <Terms loan={loan} amount={amount} share={props.share} />
      <SimLabel />
    </aside>
  );
}

function Open({ loan, choices, amount, onAmount }: Omit<Props, 'choices'> & { choices: readonly Choice[] }) {
  const { t, coins } = useTexts();
  const hint = useId();
  const wallet = useSlice(playerStore, (player) => player.wallet);
  const economy = useSlice(contentStore, ({ content }) => content?.economy.lending ?? null);
  const short = choices.some((choice) => !choice.affordable);
  const low =
    economy !== null && choices.some((choice) => choice.affordable) && leavesLowPurse(wallet, amount, economy);
  return (
    <>
      <fieldset className="lendbox__amounts">
        <legend className="label">
          {loan.mine > 0 ? t('lend.more', { amount: coins(loan.mine) }) : t('lend.share')}
        </legend>
        <div className="amounts">
          {choices.map((choice) => (
            <label key={choice.amount}>
              <input
                type="radio"
                name="amount"
                value={choice.amount}
                checked={choice.amount === amount}
                disabled={!choice.affordable}
                aria-describedby={choice.affordable ? undefined : hint}
                onChange={() => onAmount(choice.amount)}
              />
              <span>{coins(choice.amount)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {short ? (
        <p className="hint" id={hint}>
          {choices.some((choice) => choice.affordable)
            ? t('lend.have', { amount: coins(wallet, 'whole') })
            : t('lend.haveNone', { amount: coins(wallet, 'whole'), share: coins(choices[0]?.amount ?? 0) })}
        </p>
      ) : null}
      {low ? (
        <Banner kind="caution" title={t('lend.low', { amount: coins(wallet - amount, 'whole') })}>
          {t('lend.lowBody')}
        </Banner>
      ) : null}
    </>
  );
}

function Terms({ loan, amount, share }: { loan: LoanPage; amount: number; share: number }) {
  const { t, coins, percent, country, range } = useTexts();
  const wallet = useSlice(playerStore, (player) => player.wallet);
  const portfolio = useSlice(lendingStore, (state) => state.portfolio.value);
  const { low, high } = comesBack(loan, amount, share);
  const out = portfolio?.outstanding ?? 0;
  const there =
    portfolio?.loans
      .filter((other) => other.country === loan.country)
      .reduce((sum, other) => sum + other.outstandingMine, 0) ?? 0;
  return (
    <>
      <p className="lendbox__terms">
        <Trans
          i18nKey={`lend.terms.${whoOf(loan)}`}
          values={{
            name: loan.shortName,
            cost: percent(loan.annualCost),
            range: range(low, high),
            lost: loan.forecast.partlyLost,
          }}
          components={{ b: <b /> }}
        />
      </p>
      <dl className="facts">
        <div>
          <dt>
            <Gloss term="funding" />
          </dt>
          <dd>{t(`lend.funding.${loan.funding}`)}</dd>
        </div>
        <div>
          <dt>
            <Gloss term="currency" />
          </dt>
          <dd>{t(`lend.currency.${loan.currencyLoss}`)}</dd>
        </div>
        <div>
          <dt>{t('lend.after')}</dt>
          <dd>
            {t('common.coins', {
              count: Math.max(0, Math.floor((wallet - amount) / 100)),
              amount: coins(Math.max(0, wallet - amount), 'whole'),
            })}
          </dd>
        </div>
        <div>
          <dt>{t('lend.inCountry', { country: country(loan.country) })}</dt>
          <dd>
            {t('lend.ofPortfolio', { percent: percent(Math.round(((there + amount) / (out + amount)) * 100) / 100) })}
          </dd>
        </div>
      </dl>
    </>
  );
}
