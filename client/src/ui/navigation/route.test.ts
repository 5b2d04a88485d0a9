import { describe, expect, it } from 'vitest';
import type { Panel } from '../../store/ui.ts';
import { hrefOf, panelOf, samePanel } from './route.ts';

describe('panelOf', () => {
  it.each([
    '',
    '#',
    '#/',
    '#/nowhere',
    '#/hall/x',
    '#/loan/',
    '#/loan/<script>',
    '#/loan/A',
    '#/person/a',
    '#/constructor',
  ])('takes %j for the world', (hash) => {
    expect(panelOf(hash)).toBeNull();
  });
  it('leaves the query to the panel', () => {
    expect(panelOf('#/hall?q=awa&sort=cost')).toEqual({ kind: 'hall' });
  });
});

describe('hrefOf', () => {
  const panels: Panel[] = [
    { kind: 'hall' },
    { kind: 'stall' },
    { kind: 'loan', loanId: 'v1-awa-ndiaye-3' },
    { kind: 'person', id: 'Ab_3-defgh' },
  ];
  it.each(panels)('leads back to %j', (panel) => {
    expect(panelOf(hrefOf(panel))).toEqual(panel);
  });
  it('leads to the world without a panel', () => {
    expect(panelOf(hrefOf(null))).toBeNull();
    expect(samePanel(null, panelOf('#/'))).toBe(true);
  });
});
