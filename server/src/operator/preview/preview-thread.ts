import { parentPort, workerData } from 'node:worker_threads';
import { invariant } from '@bloomvale/shared/result';
import { prepareCatalogue } from '../../domain/preview/preview-catalogue.ts';
import { previewRun } from '../../domain/preview/preview-run.ts';
import { behindTheGame } from '../behind-the-game.ts';
import type { PreviewOrder, RunsDone, RunsWanted } from './preview-messages.ts';

behindTheGame();
const port = parentPort;
invariant(port !== null, 'the preview runs on threads of its own');
const { contents, styles, settings } = workerData as PreviewOrder;
const catalogues = contents.map((content) => prepareCatalogue(content, settings.shocks));

port.on('message', ({ from, to }: RunsWanted) => {
  // Run by run through all catalogues: they share the run's luck, so its regions are drawn once.
  const runs = Array.from({ length: to - from }, (_, i) =>
    catalogues.map((catalogue) => previewRun(catalogue, styles, settings, from + i)),
  );
  port.postMessage({ from, to, runs } satisfies RunsDone);
});
