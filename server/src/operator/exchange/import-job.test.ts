import { loadCatalogue } from '@bloomvale/assets/load-catalogue';
import type { Json } from '@bloomvale/shared/catalogue/catalogue-diff';
import type { Entrepreneur } from '@bloomvale/shared/content/lending';
import { describe, expect, it } from 'vitest';
import { importChanges } from './import-changes.ts';
import { importBeside } from './import-job.ts';
import { exportLoans } from './import-loans.ts';

const content = loadCatalogue();
const draft = content as unknown as Json;
const first = content.entrepreneurs[0] as Entrepreneur;
const bytesOf = (text: string) => new TextEncoder().encode(text);
const many = (count: number): string =>
  exportLoans(
    Array.from({ length: count }, (_, i) => ({ ...first, id: `person-${i}` })),
    'csv',
  );

describe('an import on a thread', () => {
  it('refuses what an import refuses', async () => {
    const broken = many(500).replace(/\r\nperson-7,/, '\r\nPerson 7,');
    for (const bytes of [bytesOf(broken), Uint8Array.from([...bytesOf(many(500)), 0xe9])]) {
      const done = await importBeside({ draft, bytes, format: 'csv' });
      expect(done.ok).toBe(false);
      expect(done).toEqual(importChanges(draft, bytes, 'csv'));
    }
  });

  it.each([1, 500])('finds the same changes as beside nobody: %d entries', async (count) => {
    const bytes = bytesOf(many(count));
    expect(await importBeside({ draft, bytes, format: 'csv' })).toEqual(importChanges(draft, bytes, 'csv'));
  });
});
