import type { Panel } from '../../store/ui.ts';
import { goToPlace, PLACES } from '../hud/places.ts';
import { closePanel, openPanel } from '../navigation/open.ts';

/** One list for the handler, the help page and `aria-keyshortcuts`. `text` is `keys.<id>`. */
export type Shortcut = {
  readonly id: 'places' | 'lend' | 'portfolio' | 'village' | 'search' | 'follow' | 'help' | 'close' | 'walk' | 'next';
  readonly keys: readonly string[];
};

export const SHORTCUTS: readonly Shortcut[] = [
  { id: 'places', keys: ['1', '2', '3', '4', '5', '6'] },
  { id: 'lend', keys: ['L'] },
  { id: 'portfolio', keys: ['P'] },
  { id: 'village', keys: ['M'] },
  { id: 'search', keys: ['/'] },
  { id: 'follow', keys: ['F'] },
  { id: 'help', keys: ['?'] },
  { id: 'close', keys: ['Esc'] },
  { id: 'walk', keys: ['←', '↑', '→', '↓'] },
  { id: 'next', keys: ['Tab', 'Enter'] },
];

const toggled = (panel: Panel, open: boolean): void => (open ? closePanel() : openPanel(panel));

/** What a single key does; true when it did something. `panel` is the kind of the open panel. */
export function runKey(key: string, panel: string | undefined): boolean {
  const place = PLACES[Number(key) - 1];
  if (place !== undefined) {
    goToPlace(place);
    return true;
  }
  switch (key.toLowerCase()) {
    case 'l':
      toggled({ kind: 'hall' }, panel === 'hall');
      return true;
    case 'p':
      toggled({ kind: 'portfolio' }, panel === 'portfolio');
      return true;
    case 'm':
      goToPlace('village');
      return true;
    case '?':
      toggled({ kind: 'help' }, panel === 'help');
      return true;
    case 'f': {
      const follow = document.querySelector<HTMLElement>('[data-follow]');
      follow?.click();
      return follow !== null;
    }
    case '/': {
      const search = document.querySelector<HTMLInputElement>('input[type="search"]');
      search?.focus();
      return search !== null;
    }
    default:
      return false;
  }
}
