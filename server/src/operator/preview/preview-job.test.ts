import { loadCatalogue } from '@bloomvale/assets/load-catalogue';
import { describe, expect, it } from 'vitest';
import { prepareCatalogue } from '../../domain/preview/preview-catalogue.ts';
import { previewRun } from '../../domain/preview/preview-run.ts';
import { PREVIEW_DEFAULTS } from '../../domain/preview/preview-settings.ts';
import { summarise } from '../../domain/preview/preview-summary.ts';
import { PreviewCancelled, runPreview } from './preview-job.ts';

const hourly = (value: number): number[] => Array.from({ length: 24 }, () => value);
const styles = [
  { id: 'busy', percent: 100, earnPerHour: hourly(4_000), spendPerHour: hourly(1_000), visitPercent: hourly(50) },
];
const content = loadCatalogue();
const order = {
  contents: [content],
  styles,
  settings: { ...PREVIEW_DEFAULTS, runs: 10, months: 6, lenders: 24 },
};

describe('runPreview', () => {
  it('is cancelled before it began, and in the middle', async () => {
    await expect(runPreview({ ...order, signal: AbortSignal.abort() })).rejects.toThrow(PreviewCancelled);
    const cancel = new AbortController();
    const running = runPreview({ ...order, threads: 2, signal: cancel.signal, onProgress: () => cancel.abort() });
    await expect(running).rejects.toThrow(PreviewCancelled);
  });

  it('hands on the fault of a thread', async () => {
    const broken = { ...content, products: [] };
    await expect(runPreview({ ...order, contents: [content, broken] })).rejects.toThrow(/no such product/);
  });

  it('says how far it is, and finds the same on one thread, on two, and on none', async () => {
    const steps: number[] = [];
    const [once] = await runPreview({ ...order, threads: 1, onProgress: (done) => steps.push(done) });
    const [twice] = await runPreview({ ...order, threads: 2 });
    expect(steps).toEqual([4, 8, 10]);
    expect(twice).toEqual(once);
    const catalogue = prepareCatalogue(content, true);
    const here = Array.from({ length: 10 }, (_, run) => previewRun(catalogue, styles, order.settings, run));
    expect(once).toEqual(summarise(here));
  });

  it('plays two catalogues in one queue, and finds of each what it finds of it alone', async () => {
    const dear = { ...content, entrepreneurs: content.entrepreneurs.slice(0, 40) };
    const steps: (readonly [number, number])[] = [];
    const both = await runPreview({
      ...order,
      contents: [content, dear],
      threads: 1,
      onProgress: (done, all) => steps.push([done, all]),
    });
    expect(steps).toEqual([4, 8, 12, 16, 20].map((done) => [done, 20]));
    expect(both[0]).not.toEqual(both[1]);
    expect([...(await runPreview(order)), ...(await runPreview({ ...order, contents: [dear] }))]).toEqual(both);
  });
});
