import type { StatementLine } from '@bloomvale/shared/protocol/views';
import { useEffect } from 'react';
import { actions } from '../../../store/actions.ts';
import { lendingStore } from '../../../store/lending.ts';
import { playerStore } from '../../../store/player.ts';
import { hrefOf } from '../../navigation/route.ts';
import { useFromTop } from '../../navigation/use-keep-scroll.ts';
import { Banner } from '../../parts/banner.tsx';
import { Button } from '../../parts/button.tsx';
import { ScrollTable } from '../../parts/scroll-table.tsx';
import { useSlice } from '../../use-slice.ts';
import { useTexts } from '../../use-texts.ts';
import { LendingRoom } from '../lending-room.tsx';

/** Ledger kinds with words of their own; any other is told as "other". */
const KINDS = [
  'welcome',
  'earn.minigame',
  'earn.mission',
  'buy.shop',
  'buy.upgrade',
  'own.loan',
  'own.instalment',
  'own.cost',
  'lend',
  'repayment',
  'recovery',
  'refund',
  'cover',
  'close',
  'reverse',
] as const;

/** Every movement of the purse, line by line, newest first; the balance stands beside each. */
export function Statement() {
  const { t, coins } = useTexts();
  const { status, lines, before } = useSlice(lendingStore, (state) => state.statement);
  const wallet = useSlice(playerStore, (player) => player.wallet);
  useFromTop();
  useEffect(() => {
    void actions().loadStatement('first');
  }, []);
  return (
    <LendingRoom tab="statement">
      <section className="box" aria-labelledby="statement">
        <div className="row row--between row--wrap">
          <h2 id="statement">{t('statement.title')}</h2>
          <p>
            {t('statement.balance')} <b className="num">{coins(wallet, 'exact')}</b>
          </p>
        </div>
        {lines.length === 0 && status === 'ready' ? <p className="muted">{t('statement.none')}</p> : null}
        {lines.length === 0 ? null : <Lines lines={lines} />}
        {status === 'error' ? (
          <Banner kind="error" role="alert" title={t('statement.error')}>
            {t('hall.errorBody')}
          </Banner>
        ) : null}
        {status === 'error' || before !== null ? (
          <Button
            block
            busy={status === 'loading' ? t('common.loading') : false}
            onClick={() => void actions().loadStatement(lines.length === 0 ? 'first' : 'more')}
          >
            {status === 'error' ? t('common.retry') : t('statement.more')}
          </Button>
        ) : null}
      </section>
    </LendingRoom>
  );
}

function Lines({ lines }: { lines: readonly StatementLine[] }) {
  const { t } = useTexts();
  return (
    <ScrollTable label={t('statement.region')} caption={t('statement.caption')}>
      <thead>
        <tr>
          <th scope="col">{t('statement.when')}</th>
          <th scope="col">{t('statement.what')}</th>
          <th scope="col" className="n">
            {t('statement.amount')}
          </th>
          <th scope="col" className="n">
            {t('statement.after')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </tbody>
    </ScrollTable>
  );
}

function Line({ line }: { line: StatementLine }) {
  const { t, coins, date, time } = useTexts();
  const kind = KINDS.find((known) => known === line.kind);
  const loanId = line.ref;
  const what = t(`statement.kind.${kind === undefined ? 'other' : (kind.replace('.', '-') as 'lend')}`);
  const sign = line.amount > 0 ? '+' : '';
  return (
    <tr>
      <td className="nowrap">
        <time dateTime={new Date(line.at).toISOString()}>
          {date(line.at)}, {time(line.at)}
        </time>
      </td>
      <td>
        {what}
        {line.name === null ? null : loanId === null ? (
          <>, {line.name}</>
        ) : (
          <>
            , <a href={hrefOf({ kind: 'loan', loanId })}>{line.name}</a>
          </>
        )}
      </td>
      <td className={`n${line.amount > 0 ? ' gain' : ''}`}>
        {sign}
        {coins(line.amount, 'exact')}
      </td>
      <td className="n">{coins(line.balance, 'exact')}</td>
    </tr>
  );
}
