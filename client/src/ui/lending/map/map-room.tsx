import type { WorldView } from '@bloomvale/shared/protocol/lending-views';
import type { LoanCard } from '@bloomvale/shared/protocol/views';
import { useEffect, useMemo, useState } from 'react';
import { actions } from '../../../store/actions.ts';
import { contentStore } from '../../../store/content.ts';
import { lendingStore } from '../../../store/lending.ts';
import { useFromTop } from '../../navigation/use-keep-scroll.ts';
import { Button } from '../../parts/button.tsx';
import { Glyph } from '../../parts/icon.tsx';
import { SimLabel } from '../../parts/sim-label.tsx';
import { useSlice } from '../../use-slice.ts';
import { useTexts } from '../../use-texts.ts';
import { FilterChips } from '../hall/filter-chips.tsx';
import { FilterSheet } from '../hall/filters.tsx';
import { activeFilters } from '../hall/hall-query.ts';
import { NoLoans } from '../hall/no-loans.tsx';
import { LoanSkeletons } from '../hall/skeletons.tsx';
import { useFoundLoans } from '../hall/use-found-loans.ts';
import { useHallQuery } from '../hall/use-hall-query.ts';
import { ViewSwitch } from '../hall/view-switch.tsx';
import { LendingRoom } from '../lending-room.tsx';
import { useRemote } from '../use-remote.ts';
import type { Pin } from './clusters.ts';
import { MapCard } from './map-card.tsx';
import { MapKey } from './map-key.tsx';
import { PlacesTable } from './places-table.tsx';
import { project } from './projection.ts';
import { WorldMap } from './world-map.tsx';
import '../../css/map.css';

/** The same loans as in the list, where they are. */
export function MapRoom() {
  const status = useSlice(lendingStore, (state) => state.hall.status);
  useFromTop();
  useEffect(() => {
    void actions().loadHall();
    void actions().loadPortfolio();
  }, []);
  return <LendingRoom tab="map">{status === 'ready' ? <Loaded /> : <LoanSkeletons />}</LendingRoom>;
}

const RUNNING = ['funded', 'in_repayment'];

/** Where somebody lives, by the catalogue; loans of people it no longer holds have no pin. */
function usePins(found: readonly LoanCard[]): readonly Pin[] {
  const people = useSlice(contentStore, ({ content }) => content?.entrepreneurs ?? null);
  const portfolio = useSlice(lendingStore, (state) => state.portfolio.value);
  return useMemo(() => {
    const places = new Map(people?.map((person) => [person.id, project(person.longitude, person.latitude)]));
    const running = portfolio?.loans.filter(({ state }) => RUNNING.includes(state)) ?? [];
    return [...found, ...running].flatMap((loan) => {
      const place = places.get(loan.entrepreneur);
      return place === undefined ? [] : [{ loan, x: place[0], y: place[1] }];
    });
  }, [people, portfolio, found]);
}

function Loaded() {
  const { t } = useTexts();
  const [query, setQuery] = useHallQuery('map');
  const [sheet, setSheet] = useState(false);
  const [chosen, setChosen] = useState<readonly LoanCard[]>([]);
  const { all, shown, count } = useFoundLoans(query);
  const pins = usePins(shown);
  const { value: world } = useRemote<WorldView>('/api/lending/world', all.length);
  const lit = world?.countries.filter(({ funded }) => funded > 0).length ?? 0;
  const active = activeFilters(query).length;
  return (
    <div className="stack">
      <div className="toolbar">
        <h2 aria-live="polite">
          {t('hall.count', { count: shown.length, all: all.length })}
          {world === null ? '' : t('map.lit', { count: lit })}
        </h2>
        <Button aria-haspopup="dialog" onClick={() => setSheet(true)}>
          <Glyph name="funnel" /> {t('hall.filters')}{' '}
          {active > 0 ? <span className="tag tag--info">{active}</span> : null}
        </Button>
        <FilterChips query={query} onChange={setQuery} />
        <ViewSwitch view="map" />
      </div>
      {shown.length === 0 ? <NoLoans query={query} none={all.length === 0} count={count} onChange={setQuery} /> : null}
      <div className="map-wrap">
        <WorldMap pins={pins} world={world} chosen={chosen} onChoose={setChosen} />
        <MapKey />
        <MapCard loans={chosen} onChoose={setChosen} />
      </div>
      <p className="row row--wrap">
        <SimLabel many /> <span className="hint">{t('map.source')}</span>
      </p>
      {world === null ? null : <PlacesTable world={world} />}
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
