import type { LoanCard as Loan } from '@bloomvale/shared/protocol/views';
import { useEffect, useMemo, useState } from 'react';
import { actions } from '../../../store/actions.ts';
import { contentStore } from '../../../store/content.ts';
import { lendingStore } from '../../../store/lending.ts';
import { playerStore } from '../../../store/player.ts';
import { useKeepScroll } from '../../navigation/use-keep-scroll.ts';
import { Banner } from '../../parts/banner.tsx';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { SimLabel } from '../../parts/sim-label.tsx';
import { useNow } from '../../use-now.ts';
import { useSlice } from '../../use-slice.ts';
import { useTexts } from '../../use-texts.ts';
import { LendingRoom } from '../lending-room.tsx';
import { FilterChips, FilterSheet, Filters } from './filters.tsx';
import { activeFilters, EVERYTHING, type HallQuery, inOrder, matches } from './hall-query.ts';
import { LoanCard } from './loan-card.tsx';
import { LoanSkeletons } from './skeletons.tsx';
import { SortField } from './sort-field.tsx';
import { useHallQuery } from './use-hall-query.ts';

/** Ends in … moves by the minute; one second would redraw thirty cards for nothing. */
const TICK_MS = 10_000;

/** The list of loans one can lend to. */
export function Hall() {
  const status = useSlice(lendingStore, (state) => state.hall.status);
  useEffect(() => {
    void actions().loadHall();
  }, []);
  useKeepScroll('hall');
  return (
    <LendingRoom tab="hall">
      {status === 'error' ? <LoadError /> : status === 'ready' ? <List /> : <LoanSkeletons />}
    </LendingRoom>
  );
}

function LoadError() {
  const { t } = useTexts();
  return (
    <Banner kind="error" role="alert" title={t('hall.error')}>
      <p>{t('hall.errorBody')}</p>
      <p>
        <Button onClick={() => void actions().loadHall()}>{t('common.retry')}</Button>
      </p>
    </Banner>
  );
}

function useLoans(query: HallQuery): { readonly shown: readonly Loan[]; readonly all: readonly Loan[] } {
  const { local, country, t } = useTexts();
  const hall = useSlice(lendingStore, (state) => state.hall);
  const starterLeft = useSlice(playerStore, (player) => player.starterLeft);
  return useMemo(() => {
    const all = hall.order.map((id) => hall.loans[id]).filter((loan) => loan !== undefined);
    const words = (loan: Loan): string =>
      [
        loan.name,
        loan.town,
        country(loan.country),
        local(loan.activity),
        local(loan.use),
        t(`sector.${loan.sector}`),
      ].join(' ');
    const shown = inOrder(
      all.filter((loan) => matches(loan, query, words(loan))),
      query.sort,
      starterLeft > 0,
    );
    return { all, shown };
  }, [hall, query, starterLeft, local, country, t]);
}

function List() {
  const { t } = useTexts();
  const [query, setQuery] = useHallQuery();
  const [sheet, setSheet] = useState(false);
  const { all, shown } = useLoans(query);
  const now = useNow(TICK_MS);
  const share = useSlice(contentStore, ({ content }) => content?.economy.lending.share ?? 2_500);
  const starterLeft = useSlice(playerStore, (player) => player.starterLeft);
  const active = activeFilters(query);
  return (
    <div className="hall">
      <Filters query={query} onChange={setQuery} loans={all} className="filters" />
      <div className="stack stack--l">
        <div className="toolbar">
          <h2 aria-live="polite">{t('hall.count', { count: shown.length, all: all.length })}</h2>
          <SimLabel many className="push only-wide" />
        </div>
        <div className="toolbar">
          <Button className="only-narrow" aria-haspopup="dialog" onClick={() => setSheet(true)}>
            {t('hall.filters')} {active > 0 ? <span className="tag tag--info">{active}</span> : null}
          </Button>
          <SortField sort={query.sort} onChange={(sort) => setQuery({ ...query, sort })} />
          <FilterChips query={query} onChange={setQuery} />
        </div>
        <SimLabel many className="only-narrow" />
        {starterLeft > 0 && shown.some((loan) => loan.starter) ? (
          <Banner kind="info" title={t('hall.starterTitle')}>
            {t('hall.starterBody')}
          </Banner>
        ) : null}
        {shown.length === 0 ? (
          <Empty none={all.length === 0} onReset={() => setQuery({ ...EVERYTHING, sort: query.sort })} />
        ) : (
          <ul className="loans">
            {shown.map((loan) => (
              <LoanCard key={loan.id} loan={loan} now={now} share={share} />
            ))}
          </ul>
        )}
      </div>
      {sheet ? (
        <FilterSheet
          query={query}
          onChange={setQuery}
          loans={all}
          count={shown.length}
          onClose={() => setSheet(false)}
        />
      ) : null}
    </div>
  );
}

function Empty({ none, onReset }: { none: boolean; onReset: () => void }) {
  const { t } = useTexts();
  return (
    <div className="empty">
      <Icon name="seedling" size={44} />
      <h3>{none ? t('hall.none') : t('hall.noMatch')}</h3>
      <p className="muted">{none ? t('hall.noneBody') : t('hall.noMatchBody')}</p>
      {none ? (
        <Button onClick={() => void actions().loadHall()}>{t('common.retry')}</Button>
      ) : (
        <Button onClick={onReset}>{t('hall.showAll')}</Button>
      )}
    </div>
  );
}
