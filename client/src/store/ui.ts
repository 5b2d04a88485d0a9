import { createSlice } from './slice.ts';

/** What lies over the world. One at a time; `panelStack` remembers where Back leads. */
export type Panel =
  | { readonly kind: 'crops' }
  | { readonly kind: 'stall'; readonly tab?: StallTab }
  | { readonly kind: 'family' }
  | { readonly kind: 'borrow' }
  | { readonly kind: 'shop'; readonly loanId: string }
  | { readonly kind: 'letters' }
  | { readonly kind: 'album' }
  | { readonly kind: 'pollination' }
  | { readonly kind: 'hall' }
  | { readonly kind: 'map' }
  | { readonly kind: 'loan'; readonly loanId: string }
  | { readonly kind: 'portfolio' }
  | { readonly kind: 'statement' }
  | { readonly kind: 'computed' }
  | { readonly kind: 'glossary' }
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'settings' }
  | { readonly kind: 'account' }
  | { readonly kind: 'help' }
  | { readonly kind: 'credits' }
  | { readonly kind: 'privacy' }
  | { readonly kind: 'terms' };
/** The stall and what stands round it. */
export const STALL_TABS = ['stall', 'kitchen', 'orders'] as const;
export type StallTab = (typeof STALL_TABS)[number];
export type PanelKind = Panel['kind'];

/** What a finger drawn over the plots does: `auto` harvests what is ripe and asks for a crop where the ground is bare. */
export type Tool = { readonly kind: 'auto' } | { readonly kind: 'plant'; readonly crop: string };

/** Something in the world that the keyboard list "Around me" points at: the world rings it and brings it into view. */
export type Highlight =
  | { readonly kind: 'plot'; readonly plot: number }
  | { readonly kind: 'wish'; readonly wish: number }
  | { readonly kind: 'object'; readonly action: WorldAction }
  | { readonly kind: 'avatar'; readonly id: string }
  | { readonly kind: 'shop'; readonly spot: number };
export type WorldAction = 'hall' | 'home' | 'stall' | 'kitchen' | 'village' | 'well' | 'school';

/** CSS pixels of the window that DOM covers on each side: the camera keeps its subject in the rest. */
export type Inset = { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };

/** What head-up display and dock cover while nothing lies over the world. */
export const OPEN_INSET: Inset = { top: 64, right: 0, bottom: 96, left: 0 };

export type UiState = {
  readonly panel: Panel | null;
  readonly tool: Tool;
  /** The plot whose progress is shown in a DOM bubble, with the point (CSS px) where the world drew it. */
  readonly plotInfo: { readonly plot: number; readonly x: number; readonly y: number } | null;
  readonly highlight: Highlight | null;
  /** What the camera should show now; null follows one's own avatar. */
  readonly focus: Highlight | null;
  readonly inset: Inset;
  /** Grows when the player asks to see again what they came to this place for: the camera goes back there. */
  readonly looked: number;
  /** True while a text field, dialog or menu has the keyboard: the world ignores arrow keys. */
  readonly typing: boolean;
  /** The world has drawn its first frame: the still picture behind it may go. */
  readonly worldReady: boolean;
};

/** Written by `ui/` and by the intents; `worldReady` and `plotInfo` may be written by `game/`. */
export const uiStore = createSlice<UiState>({
  panel: null,
  tool: { kind: 'auto' },
  plotInfo: null,
  highlight: null,
  focus: null,
  inset: OPEN_INSET,
  looked: 0,
  typing: false,
  worldReady: false,
});

/** Arrow keys and Enter belong to the world only when nothing lies over it and nobody types. */
export const worldHasKeys = (): boolean => {
  const { panel, typing } = uiStore.getState();
  return panel === null && !typing;
};

/** Shows again what the player came to this place for. */
export const lookAgain = (): void => uiStore.setState(({ looked }) => ({ looked: looked + 1 }));
