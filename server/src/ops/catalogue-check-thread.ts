import { parentPort, workerData } from 'node:worker_threads';
import { catalogueKit } from '@bloomvale/assets/catalogue-kit';
import { catalogueFindings } from '@bloomvale/shared/catalogue/catalogue-findings';
import type { Content } from '@bloomvale/shared/content/content';
import { invariant } from '@bloomvale/shared/result';
import type { CheckAnswer } from './catalogue-checker.ts';

/** Looks through one catalogue and ends. */
const port = parentPort;
invariant(port !== null, 'catalogue-check-thread.ts runs in a thread of its own');
const { text, shipped } = workerData as { readonly text: string; readonly shipped: Content };

port.postMessage(looked());

function looked(): CheckAnswer {
  try {
    return { findings: catalogueFindings(JSON.parse(text), catalogueKit(shipped)) };
  } catch (cause) {
    return { fault: cause instanceof Error ? cause.message : String(cause) };
  }
}
