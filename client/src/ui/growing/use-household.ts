import type { Content } from '@bloomvale/shared/content/content';
import type { Household } from '@bloomvale/shared/play/household';
import { useMemo } from 'react';
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
