import type { Content } from '@bloomvale/shared/content/content';
import type { Household } from '@bloomvale/shared/play/household';
import { useEffect, useMemo, useRef } from 'react';
import { actions } from '../../store/actions.ts';
import { contentStore } from '../../store/content.ts';
import { ownHousehold } from '../../store/own-household.ts';
import { playerStore } from '../../store/player.ts';
import { roomStore } from '../../store/room.ts';
import { useSlice } from '../use-slice.ts';

export type AtHome = { readonly household: Household; readonly content: Content };

/** The own homestead as the shared rules take it; null while one is elsewhere or it has not arrived yet. */
export function useHousehold(): AtHome | null {
  const room = useSlice(roomStore, (state) => state);
  const player = useSlice(playerStore, (state) => state);
  const content = useSlice(contentStore, (state) => state.content);
  return useMemo(
    () => (content === null || !room.own ? null : { household: ownHousehold(room, player, content), content }),
    [room, player, content],
  );
}

/** For a panel about one's own homestead: whoever opens it elsewhere, by a hint, a goal or its address, is brought home. */
export function useGoHome(): void {
  const away = useSlice(roomStore, ({ kind, own, moving }) => kind !== null && !own && !moving);
  // Once: a way that could not be gone is told by the connection, and not tried for ever.
  const asked = useRef(false);
  useEffect(() => {
    if (!away || asked.current) return;
    asked.current = true;
    void actions().goTo({ kind: 'homestead' });
  }, [away]);
}
