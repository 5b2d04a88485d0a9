import { Worker } from 'node:worker_threads';
import type { Json } from '@bloomvale/shared/catalogue/catalogue-diff';
import { err, type Result } from '@bloomvale/shared/result';
import { type ChangesFormat, type ImportedChanges, importChanges } from './import-changes.ts';
import type { ImportRefusal } from './import-loans.ts';

export type ImportOrder = { readonly draft: Json; readonly bytes: Uint8Array; readonly format: ChangesFormat };

/** Up to here a file is read in a few milliseconds, and a thread takes longer to start. Bytes. */
const SMALL = 256 * 1024;
/** Memory a file may take while it is read: twenty times its largest size. Beyond it the thread ends, and nothing else. */
const MEMORY_MB = 1_024;

type Done = Result<ImportedChanges, ImportRefusal>;

/** As `importChanges`; a large file on a thread of its own, so that rooms do not wait for it. A file that takes too much memory is TOO_LARGE. */
export async function importBeside(order: ImportOrder): Promise<Done> {
  if (order.bytes.byteLength <= SMALL) return importChanges(order.draft, order.bytes, order.format);
  const worker = new Worker(new URL('./import-thread.ts', import.meta.url), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  try {
    return await new Promise<Done>((resolve, reject) => {
      worker.once('message', (text: string) => resolve(JSON.parse(text) as Done));
      worker.once('error', (fault: NodeJS.ErrnoException) => {
        if (fault.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(err({ code: 'TOO_LARGE' }));
        else reject(fault);
      });
    });
  } finally {
    await worker.terminate();
  }
}
