import { catalogueKit } from '@bloomvale/assets/catalogue-kit';
import { applyChanges } from '@bloomvale/shared/catalogue/catalogue-apply';
import type { CatalogueChange, Json } from '@bloomvale/shared/catalogue/catalogue-diff';
import { catalogueFindings } from '@bloomvale/shared/catalogue/catalogue-findings';
import type { Finding } from '@bloomvale/shared/catalogue/finding';
import type { Content } from '@bloomvale/shared/content/content';
import { z } from 'zod';

z.config({ jitless: true });

/** Live content once, then what is different now: a catalogue is large, and its copy would be felt while typing. */
export type ToWorker =
  | { readonly kind: 'open'; readonly live: Json }
  | { readonly kind: 'judge'; readonly run: number; readonly changes: readonly CatalogueChange[] };
export type FromWorker = { readonly run: number; readonly findings: readonly Finding[] };

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
