import type { IconName } from '@bloomvale/assets/manifest';
import { actions } from '../../store/actions.ts';
import { roomStore } from '../../store/room.ts';
import { lookAgain, uiStore } from '../../store/ui.ts';
import { closePanel, openPanel } from '../navigation/open.ts';

/** The places of the dock, in the order of their keys 1 to 6. */
export const PLACES = ['home', 'family', 'stall', 'village', 'lend', 'portfolio'] as const;
export type DockPlace = (typeof PLACES)[number];

export const PLACE_ICONS: Record<DockPlace, IconName> = {
  home: 'house-with-garden',
  family: 'red-heart',
  stall: 'stall',
  village: 'houses',
  lend: 'globe-showing-europe-africa',
  portfolio: 'handshake',
};

const atHome = (): boolean => {
  const { kind, own } = roomStore.getState();
  return kind === 'homestead' && own;
};

/** What a press on the dock, its key and the world's doors all do. */
export function goToPlace(place: DockPlace): void {
  if (place === 'lend') openPanel({ kind: 'hall' });
  else if (place === 'portfolio') openPanel({ kind: 'portfolio' });
  else if (place === 'stall' || place === 'family') openPanel({ kind: place });
  else {
    if (uiStore.getState().panel !== null) closePanel();
    const { kind } = roomStore.getState();
    if (place === 'home' ? atHome() : kind === 'village') lookAgain();
    else void actions().goTo({ kind: place === 'home' ? 'homestead' : 'village' });
  }
}

/** Where one is now, as the dock shows it. */
export function currentPlace(panel: string | undefined, kind: string | null, own: boolean): DockPlace | null {
  if (panel === 'stall' || panel === 'family') return panel;
  if (panel === 'hall' || panel === 'map' || panel === 'loan') return 'lend';
  if (panel === 'portfolio' || panel === 'statement') return 'portfolio';
  if (kind === 'village') return 'village';
  return kind === 'homestead' && own ? 'home' : null;
}
