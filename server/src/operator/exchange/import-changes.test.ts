import { loadCatalogue } from '@bloomvale/assets/load-catalogue';
import { applyChanges } from '@bloomvale/shared/catalogue/catalogue-apply';
import { catalogueDiff, type Json } from '@bloomvale/shared/catalogue/catalogue-diff';
import type { Entrepreneur } from '@bloomvale/shared/content/lending';
import { describe, expect, it } from 'vitest';
import { importChanges } from './import-changes.ts';
import { exportLoans } from './import-loans.ts';

const content = loadCatalogue();
const draft = content as unknown as Json;
const [first, second] = content.entrepreneurs as [Entrepreneur, Entrepreneur];
const bytesOf = (text: string) => new TextEncoder().encode(text);
const value = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

describe('a file that cannot be taken', () => {
  it('changes nothing and says why', () => {
    expect(importChanges(draft, bytesOf('{'), 'catalogue')).toEqual({ ok: false, error: { code: 'NOT_JSON' } });
    expect(importChanges(draft, Uint8Array.from([0xe9]), 'catalogue')).toMatchObject({ error: { code: 'NOT_UTF8' } });
    expect(importChanges(draft, bytesOf('{"loans": []}'), 'json')).toMatchObject({ error: { code: 'EMPTY' } });
  });

  it('of a whole catalogue that holds more than any has is not taken apart', () => {
    const huge = { ...content, goods: Array.from({ length: 2_000_000 }, () => 1) };
    expect(importChanges(draft, bytesOf(JSON.stringify(huge)), 'catalogue')).toEqual({
      ok: false,
      error: { code: 'TOO_LARGE' },
    });
  });

  it('of a whole catalogue names part, entry and field', () => {
    const broken = { ...content, partners: [{ ...content.partners[0], name: 7 }, ...content.partners.slice(1)] };
    expect(importChanges(draft, bytesOf(JSON.stringify(broken)), 'catalogue')).toMatchObject({
      error: { code: 'FAULTS', faults: [{ row: 1, column: 'partners.name' }] },
    });
    const { economy: _, ...without } = content;
    expect(importChanges(draft, bytesOf(JSON.stringify(without)), 'catalogue')).toMatchObject({
      error: { faults: [{ row: 0, column: 'economy' }] },
    });
  });
});

describe('what a file does to a draft', () => {
  it('is nothing when it says what stands there', () => {
    const entries = bytesOf(exportLoans(content.entrepreneurs, 'csv'));
    expect(value(importChanges(draft, entries, 'csv'))).toEqual({
      changes: [],
      added: 0,
      changed: 0,
      same: content.entrepreneurs.length,
    });
    const whole = value(importChanges(draft, bytesOf(JSON.stringify(content)), 'catalogue'));
    expect(whole.changes).toEqual([]);
  });

  it('replaces entries it has, adds new ones, and leaves the others', () => {
    const file = exportLoans([{ ...first, town: 'Elsewhere' }, second, { ...first, id: 'somebody-new' }], 'json');
    const { changes, ...counts } = value(importChanges(draft, bytesOf(file), 'json'));
    expect(counts).toEqual({ added: 1, changed: 1, same: 1 });
    expect(changes).toMatchObject([
      { section: 'entrepreneurs', id: first.id, kind: 'changed', path: ['town'], after: 'Elsewhere' },
      { section: 'entrepreneurs', id: 'somebody-new', kind: 'added' },
    ]);
    const after = applyChanges(draft, changes) as unknown as typeof content;
    expect(after.entrepreneurs).toHaveLength(content.entrepreneurs.length + 1);
    expect(after.partners).toEqual(content.partners);
  });

  it('makes a draft the catalogue of a whole file', () => {
    const other = {
      ...content,
      entrepreneurs: content.entrepreneurs.slice(1),
      economy: { ...content.economy, welcomeGift: content.economy.welcomeGift + 100 },
    };
    const { changes } = value(importChanges(draft, bytesOf(JSON.stringify(other)), 'catalogue'));
    expect(catalogueDiff(applyChanges(draft, changes), other as unknown as Json)).toEqual([]);
  });
});
