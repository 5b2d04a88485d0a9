import { type Panel, type PanelKind, STALL_TABS } from '../../store/ui.ts';

/** Panels without figures of their own, by the word in the address. */
const WORDS: Readonly<Record<string, Exclude<PanelKind, 'loan' | 'shop' | 'person'>>> = {
  crops: 'crops',
  stall: 'stall',
  family: 'family',
  borrow: 'borrow',
  letters: 'letters',
  album: 'album',
  pollination: 'pollination',
  hall: 'hall',
  map: 'map',
  portfolio: 'portfolio',
  statement: 'statement',
  computed: 'computed',
  glossary: 'glossary',
  settings: 'settings',
  account: 'account',
  help: 'help',
  credits: 'credits',
  privacy: 'privacy',
  terms: 'terms',
};

const LOAN = /^[a-z0-9-]{1,80}$/;
const PERSON = /^[A-Za-z0-9_-]{6,24}$/;

/** Where an address leads; null for the world itself and for anything unknown. The query after `?` belongs to the panel. */
export function panelOf(hash: string): Panel | null {
  const [path = ''] = hash.replace(/^#\/?/, '').split('?');
  const [word = '', rest = ''] = path.split('/');
  if (word === 'stall' && rest !== '') {
    const tab = STALL_TABS.find((one) => one === rest);
    return tab === undefined ? null : { kind: 'stall', tab };
  }
  if (word === 'loan') return LOAN.test(rest) ? { kind: 'loan', loanId: rest } : null;
  if (word === 'shop') return LOAN.test(rest) ? { kind: 'shop', loanId: rest } : null;
  if (word === 'person') return PERSON.test(rest) ? { kind: 'person', id: rest } : null;
  const kind = Object.hasOwn(WORDS, word) && rest === '' ? WORDS[word] : undefined;
  return kind === undefined ? null : { kind };
}

/** The address of a panel, or of the world. */
export function hrefOf(panel: Panel | null): string {
  if (panel === null) return '#/';
  if (panel.kind === 'loan') return `#/loan/${panel.loanId}`;
  if (panel.kind === 'shop') return `#/shop/${panel.loanId}`;
  if (panel.kind === 'stall' && panel.tab !== undefined && panel.tab !== 'stall') return `#/stall/${panel.tab}`;
  if (panel.kind === 'person') return `#/person/${panel.id}`;
  return `#/${panel.kind}`;
}

export const samePanel = (a: Panel | null, b: Panel | null): boolean => hrefOf(a) === hrefOf(b);
