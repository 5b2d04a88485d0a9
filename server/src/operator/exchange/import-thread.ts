import { parentPort, workerData } from 'node:worker_threads';
import { invariant } from '@bloomvale/shared/result';
import { behindTheGame } from '../behind-the-game.ts';
import { importChanges } from './import-changes.ts';
import type { ImportOrder } from './import-job.ts';

behindTheGame();
const port = parentPort;
invariant(port !== null, 'an import of a large file runs on a thread of its own');
const { draft, bytes, format } = workerData as ImportOrder;
// As text: reading it is several times faster on the other side than taking over a hundred thousand objects.
port.postMessage(JSON.stringify(importChanges(draft, bytes, format)));
