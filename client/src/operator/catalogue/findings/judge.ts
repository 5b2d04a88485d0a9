import { catalogueKit } from '@bloomvale/assets/catalogue-kit';
import { applyChanges } from '@bloomvale/shared/catalogue/catalogue-apply';
import type { CatalogueChange, Json } from '@bloomvale/shared/catalogue/catalogue-diff';
import { catalogueFindings } from '@bloomvale/shared/catalogue/catalogue-findings';
import type { Finding } from '@bloomvale/shared/catalogue/finding';
import type { Content } from '@bloomvale/shared/content/content';
import { z } from 'zod';

/** Where this file is: a worker that is begun with it takes its schemas from the files that the page has loaded already. */
export const JUDGE_URL = import.meta.url;

/** Live content once, then what is different now: a catalogue is large, and its copy would be felt while typing. */
export type ToWorker =
  | { readonly kind: 'open'; readonly live: Json }
  | { readonly kind: 'judge'; readonly run: number; readonly changes: readonly CatalogueChange[] };
export type FromWorker = { readonly run: number; readonly findings: readonly Finding[] };

/** Judges until the page is gone. */
function follow(): void {
  // The page's policy forbids code from text, for its workers too.
  z.config({ jitless: true });
  let live: Json = {};
  addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
    if (data.kind === 'open') {
      live = data.live;
      return;
    }
    // Pictures of this release were drawn from what it ships; the live version comes closest to that here.
    const findings = catalogueFindings(applyChanges(live, data.changes), catalogueKit(live as unknown as Content));
    postMessage({ run: data.run, findings } satisfies FromWorker);
  });
}

// The page loads this file too, for its address.
if ('WorkerGlobalScope' in globalThis) follow();
