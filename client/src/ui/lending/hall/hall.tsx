import { useEffect, useState } from 'react';
import { actions } from '../../../store/actions.ts';
import { contentStore } from '../../../store/content.ts';
import { lendingStore } from '../../../store/lending.ts';
import { playerStore } from '../../../store/player.ts';
import { useKeepScroll } from '../../navigation/use-keep-scroll.ts';
import { Banner } from '../../parts/banner.tsx';
import { Button } from '../../parts/button.tsx';
import { Glyph } from '../../parts/icon.tsx';
import { SimLabel } from '../../parts/sim-label.tsx';
import { useNow } from '../../use-now.ts';
import { useSlice } from '../../use-slice.ts';
import { useTexts } from '../../use-texts.ts';
import { LendingRoom } from '../lending-room.tsx';
import { FilterChips } from './filter-chips.tsx';
import { FilterSheet, Filters } from './filters.tsx';
import { activeFilters } from './hall-query.ts';
import { LoanList } from './loan-list.tsx';
import { NoLoans } from './no-loans.tsx';
import { LoanSkeletons } from './skeletons.tsx';
import { SortField } from './sort-field.tsx';
import { useFoundLoans } from './use-found-loans.ts';
import { useHallQuery } from './use-hall-query.ts';
import { ViewSwitch } from './view-switch.tsx';

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

function List() {
  const { t } = useTexts();
  const [query, setQuery] = useHallQuery('hall');
  const [sheet, setSheet] = useState(false);
  const { all, shown, count } = useFoundLoans(query);
  const now = useNow(TICK_MS);
  const share = useSlice(contentStore, ({ content }) => content?.economy.lending.share ?? 2_500);
  const starterLeft = useSlice(playerStore, (player) => player.starterLeft);
  const active = activeFilters(query).length;
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
            <Glyph name="funnel" /> {t('hall.filters')}{' '}
            {active > 0 ? <span className="tag tag--info">{active}</span> : null}
          </Button>
          <SortField sort={query.sort} onChange={(sort) => setQuery({ ...query, sort })} />
          <ViewSwitch view="hall" />
        </div>
        <FilterChips query={query} onChange={setQuery} />
        <SimLabel many className="only-narrow" />
        {starterLeft > 0 && shown.some((loan) => loan.starter) ? (
          <Banner kind="info" title={t('hall.starterTitle')}>
            {t('hall.starterBody')}
          </Banner>
        ) : null}
        {shown.length === 0 ? (
          <NoLoans query={query} none={all.length === 0} count={count} onChange={setQuery} />
        ) : (
          <LoanList loans={shown} now={now} share={share} />
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
