import { queryHall } from '@bloomvale/shared/lending/hall-index-query';
import type { LoanCard as Loan } from '@bloomvale/shared/protocol/views';
import { useMemo } from 'react';
import { lendingStore } from '../../../store/lending.ts';
import { playerStore } from '../../../store/player.ts';
import { useSlice } from '../../use-slice.ts';
import type { HallQuery } from './hall-query.ts';
import { filterOf, indexOf } from './hall-rows.ts';

export type Found = {
  readonly all: readonly Loan[];
  readonly shown: readonly Loan[];
  /** How many loans another query would find. */
  readonly count: (query: HallQuery) => number;
};

/** The listed loans that match, in the order asked for; starter projects first while the player may still fund one. */
export function useFoundLoans(query: HallQuery): Found {
  const { loans, order } = useSlice(lendingStore, (state) => state.hall);
  const starterLeft = useSlice(playerStore, (player) => player.starterLeft);
  const listed = useMemo(() => {
    const all = order.map((id) => loans[id]).filter((loan) => loan !== undefined);
    return { all, index: indexOf(all), mine: all.filter(({ mine }) => mine > 0).map(({ id }) => id) };
  }, [loans, order]);
  return useMemo(() => {
    const { all, index, mine } = listed;
    const rows = (asked: HallQuery): Uint32Array =>
      queryHall(index, { filter: filterOf(asked, index, mine), sort: asked.sort, startersFirst: starterLeft > 0 });
    return {
      all,
      shown: [...rows(query)].flatMap((row) => loans[index.ids[row] ?? ''] ?? []),
      count: (asked) => rows(asked).length,
    };
  }, [listed, loans, query, starterLeft]);
}
