import type { OwnLoanOfferView, OwnLoanPage, OwnLoanRow, OwnLoanView } from '@bloomvale/shared/protocol/growing-views';
import { useCallback, useEffect, useState } from 'react';
import { refusalText } from '../../i18n/refusal-text.ts';
import { actions } from '../../store/actions.ts';
import { closePanel } from '../navigation/open.ts';
import { Banner } from '../parts/banner.tsx';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Room } from '../parts/room.tsx';
import { Segmented } from '../parts/segmented.tsx';
import { useTexts } from '../use-texts.ts';
import { EffortBar } from './effort-bar.tsx';
import { type Act, useAct } from './use-act.ts';

type Loaded =
  | { readonly status: 'loading' }
  | { readonly status: 'error' }
  | { readonly status: 'ready'; readonly page: OwnLoanPage };

/** "I owe": the player's own loan from the village fund, by the rules that hold for everybody. Never mixed with what was lent. */
export function BorrowRoom() {
  const { t } = useTexts();
  const [loaded, setLoaded] = useState<Loaded>({ status: 'loading' });
  const load = useCallback(async (): Promise<void> => {
    const answer = await actions().readJson<OwnLoanPage>('/api/own-loan');
    setLoaded(answer.ok ? { status: 'ready', page: answer.value } : { status: 'error' });
  }, []);
  useEffect(() => void load(), [load]);
  return (
    <Room title={t('borrow.title')} emblem="seedling" back={t('common.back')} onBack={closePanel}>
      {loaded.status === 'loading' ? (
        <p className="muted" aria-busy="true">
          {t('common.onTheWay')}
        </p>
      ) : loaded.status === 'error' ? (
        <Banner kind="error" title={t('borrow.notLoaded')}>
          <Button onClick={() => void load()}>{t('common.retry')}</Button>
        </Banner>
      ) : (
        <Borrow page={loaded.page} reload={load} />
      )}
    </Room>
  );
}

type PartProps = { readonly page: OwnLoanPage; readonly reload: () => Promise<void> };

function Borrow({ page, reload }: PartProps) {
  const { t, integer } = useTexts();
  const [chosen, setChosen] = useState<string>(
    () => (page.offers.find(({ refusal }) => refusal === null) ?? page.offers[0])?.id ?? '',
  );
  const offer = page.offers.find(({ id }) => id === chosen);
  const { repaid, rescheduled, writtenOff } = page.history;
  const past = repaid + rescheduled + writtenOff;
  return (
    <div className="borrow">
      <p className="muted">{t('borrow.lead')}</p>
      {page.loan === null ? null : <OwnLoan loan={page.loan} page={page} reload={reload} />}
      {page.loan !== null || page.offers.length === 0 ? null : (
        <section className="borrow__choice" aria-labelledby="borrow-what">
          <h2 id="borrow-what" className="h3">
            {t('borrow.what')}
          </h2>
          <ul className="offers">
            {page.offers.map((one) => (
              <li key={one.id}>
                <OfferButton offer={one} chosen={one.id === chosen} onChoose={() => setChosen(one.id)} />
              </li>
            ))}
          </ul>
          {offer === undefined ? null : <Offer key={offer.id} offer={offer} page={page} reload={reload} />}
        </section>
      )}
      {page.loan !== null && past === 0 ? null : (
        <section className="card-paper">
          <h2 className="h3">{t('borrow.history')}</h2>
          <p>
            {past === 0
              ? t('borrow.noHistory')
              : t('borrow.historyText', {
                  repaid: integer(repaid),
                  rescheduled: integer(rescheduled),
                  writtenOff: integer(writtenOff),
                })}
          </p>
        </section>
      )}
      <p className="sim-label">{t('borrow.simulated')}</p>
    </div>
  );
}

function OfferButton({ offer, chosen, onChoose }: { offer: OwnLoanOfferView; chosen: boolean; onChoose: () => void }) {
  const texts = useTexts();
  const { t, local, coins, integer } = texts;
  return (
    <button type="button" className="need" aria-pressed={chosen} onClick={onChoose}>
      <span className="need__what">
        <b>{local(offer.name)}</b>
        <small>
          {offer.refusal === null
            ? t('borrow.instalments', {
                count: offer.instalments,
                instalments: integer(offer.instalments),
                amount: coins(offer.instalment),
              })
            : refusalText({ from: 'game', ...offer.refusal }, texts)}
        </small>
      </span>
      <b className="num">{coins(offer.amount, 'whole')}</b>
    </button>
  );
}

function Offer({ offer, page, reload }: PartProps & { offer: OwnLoanOfferView }) {
  const texts = useTexts();
  const { t, local, coins, decimal, span, integer } = texts;
  const act = useAct();
  const [typed, setTyped] = useState('');
  const asks = offer.effort.verdict === 'caution';
  // Rounded: 19.99 * 100 is not 1999.
  const typedRight = Math.round(Number(typed.replace(',', '.').replace(/[^\d.]/g, '')) * 100) === offer.instalment;
  const sign = async (): Promise<void> => {
    const ask = { offer: offer.id, amount: offer.amount, instalment: offer.instalment, share: 0 };
    await act.run('sign', 'own-loan.sign', ask);
    await reload();
  };
  return (
    <div className="offer card-paper">
      <p>{local(offer.about)}</p>
      <dl className="facts">
        <Fact
          term={t('borrow.get')}
          value={
            offer.grant.kind === 'coins' ? coins(offer.amount) : t('borrow.inKind', { amount: coins(offer.amount) })
          }
        />
        <Fact term={t('borrow.giveBack')} value={coins(offer.total)} />
        <Fact term={t('borrow.cost')} value={coins(offer.cost)} />
        <Fact term={t('borrow.annual')} value={t('borrow.percent', { percent: decimal(offer.annualTenths / 10, 1) })} />
        <Fact term={t('borrow.every')} value={span(offer.intervalMs)} />
        <Fact term={t('borrow.count')} value={integer(offer.instalments)} />
      </dl>
      {offer.effort.percent === null ? null : (
        <EffortBar percent={offer.effort.percent} caution={page.cautionPercent} limit={page.limitPercent} />
      )}
      <Schedule rows={offer.schedule} />
      <p className="muted">{t('borrow.missed')}</p>
      {asks ? (
        <Banner kind="caution" title={t('borrow.caution', { percent: integer(offer.effort.percent ?? 0) })}>
          <p>{t('borrow.leftIfHalf', { left: coins(Math.max(0, offer.effort.leftIfHalf)) })}</p>
          <Field
            label={t('borrow.type', { instalment: coins(offer.instalment) })}
            inputMode="decimal"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </Banner>
      ) : null}
      <div className="row">
        <Button
          look="primary"
          big
          blocked={
            offer.refusal !== null
              ? refusalText({ from: 'game', ...offer.refusal }, texts)
              : asks && !typedRight
                ? t('borrow.typeFirst')
                : null
          }
          busy={act.busy === 'sign' ? t('borrow.signing') : false}
          onClick={() => void sign()}
        >
          {t('borrow.sign', { amount: coins(offer.amount, 'whole') })}
        </Button>
        <Button look="quiet" onClick={closePanel}>
          {t('borrow.notNow')}
        </Button>
      </div>
      <p className="hint">
        {t('borrow.capText', { caution: integer(page.cautionPercent), limit: integer(page.limitPercent) })}
      </p>
    </div>
  );
}

const Fact = ({ term, value }: { term: string; value: string }) => (
  <div>
    <dt>{term}</dt>
    <dd className="num">{value}</dd>
  </div>
);

function Schedule({ rows }: { rows: readonly OwnLoanRow[] }) {
  const { t, coins, integer, span } = useTexts();
  return (
    <div className="scroll-x">
      <table className="table">
        <caption>{t('borrow.schedule')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('borrow.n')}</th>
            <th scope="col">{t('borrow.due')}</th>
            <th scope="col" className="num">
              {t('borrow.instalment')}
            </th>
            <th scope="col" className="num">
              {t('borrow.ofCost')}
            </th>
            <th scope="col" className="num">
              {t('borrow.left')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.n}>
              <th scope="row">{integer(row.n)}</th>
              <td>{dueText(row, t, span)}</td>
              <td className="num">{coins(row.total, 'exact')}</td>
              <td className="num">{coins(row.cost, 'exact')}</td>
              <td className="num">{coins(row.balance, 'exact')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type T = ReturnType<typeof useTexts>['t'];
function dueText(row: OwnLoanRow, t: T, span: (ms: number) => string): string {
  if (row.status !== 'to_come' && row.status !== 'partly') return t(`borrow.status.${row.status}`);
  if (row.dueInMs === null) return t('borrow.status.still');
  return row.dueInMs <= 0 ? t('borrow.status.now') : t('borrow.status.in', { time: span(row.dueInMs) });
}

function OwnLoan({ loan, page, reload }: PartProps & { loan: OwnLoanView }) {
  const { t, local, coins, integer, span } = useTexts();
  const act = useAct();
  const done = async (work: Promise<unknown>): Promise<void> => {
    await work;
    await reload();
  };
  const next = loan.next;
  return (
    <section className="own-loan card-paper" aria-labelledby="own-loan-title">
      <h2 id="own-loan-title" className="h3 row row--between">
        {local(loan.name)}
        <span className="owe num">{t('borrow.owe', { amount: coins(loan.owed) })}</span>
      </h2>
      {loan.daysPastDue > 0 ? (
        <Banner kind="caution" title={t('borrow.late', { count: loan.daysPastDue, days: integer(loan.daysPastDue) })}>
          <p>{t('borrow.missed')}</p>
        </Banner>
      ) : null}
      {next === null ? null : (
        <p>
          {next.dueInMs === null
            ? t('borrow.status.still')
            : t('borrow.next', { amount: coins(next.missing), time: span(Math.max(0, next.dueInMs)) })}
        </p>
      )}
      <p className="hint">
        {page.pausesAfterMs === null ? null : t('borrow.pauses', { time: span(page.pausesAfterMs) })}
      </p>
      <Schedule rows={loan.schedule} />
      <Pay loan={loan} page={page} act={act} done={done} />
      <p className="label" aria-hidden="true">
        {t('borrow.share')}
      </p>
      <Segmented
        label={t('borrow.share')}
        value={String(loan.share)}
        options={[0, ...page.shares.filter((share) => share !== 0)].map((share) => ({
          value: String(share),
          label: share === 0 ? t('borrow.byHand') : t('borrow.shareOf', { percent: integer(share) }),
        }))}
        onChange={(share) => void done(act.run('share', 'own-loan.share', { loanId: loan.id, share: Number(share) }))}
      />
      <p className="hint">{t('borrow.shareHint', { reserve: coins(page.reserve, 'whole') })}</p>
    </section>
  );
}

type PayProps = {
  readonly loan: OwnLoanView;
  readonly page: OwnLoanPage;
  readonly act: Act;
  readonly done: (work: Promise<unknown>) => Promise<void>;
};

/** By hand: the next instalment (or what the purse allows of it), or everything, which saves the cost that is still to come. */
function Pay({ loan, page, act, done }: PayProps) {
  const { t, coins } = useTexts();
  const spare = Math.max(0, page.wallet - page.reserve);
  const amount = Math.min(loan.next?.missing ?? 0, spare);
  const all = loan.payOff;
  return (
    <div className="row">
      {loan.next === null ? null : (
        <Button
          look="primary"
          blocked={amount === 0 ? t('borrow.nothingSpare', { reserve: coins(page.reserve, 'whole') }) : null}
          busy={act.busy === 'pay' ? t('borrow.paying') : false}
          onClick={() => void done(act.run('pay', 'own-loan.pay', { loanId: loan.id, amount }))}
        >
          {t('borrow.pay', { amount: coins(amount) })}
        </Button>
      )}
      {all === null ? null : (
        <Button
          look="secondary"
          blocked={all.amount > spare ? t('borrow.nothingSpare', { reserve: coins(page.reserve, 'whole') }) : null}
          busy={act.busy === 'pay-off' ? t('borrow.paying') : false}
          onClick={() => void done(act.run('pay-off', 'own-loan.pay-off', { loanId: loan.id }))}
        >
          {t('borrow.payOff', { amount: coins(all.amount), saved: coins(all.saved) })}
        </Button>
      )}
    </div>
  );
}
