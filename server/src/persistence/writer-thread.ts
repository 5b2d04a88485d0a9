import { parentPort, workerData } from 'node:worker_threads';
import { invariant } from '@bloomvale/shared/result';
import { openDatabase } from './open-database.ts';
import { storeError } from './sqlite-errors.ts';
import { SqliteWriter } from './sqlite-writer.ts';
import type { WriterAnswer, WriterCall } from './writer-messages.ts';

/** The writing thread: owns the writing connection, does one call after another, and waits for the disk so that the game need not. */
const port = parentPort;
invariant(port !== null, 'writer-thread.ts runs in a thread of its own');
const { file } = workerData as { readonly file: string };
const writer = new SqliteWriter(openDatabase(file, { checked: true }), file);

port.on('message', (call: WriterCall) => {
  // `SqliteWriter` runs to completion before it returns, so calls never overlap.
  answer(call).then((message) => {
    port.postMessage(message);
    if (call.method === 'close') port.close();
  });
});

async function answer({ id, method, args }: WriterCall): Promise<WriterAnswer> {
  try {
    const value: unknown = await (writer[method] as (...values: readonly unknown[]) => Promise<unknown>)(...args);
    return { id, value };
  } catch (cause) {
    const { code, message } = storeError(cause, file);
    return { id, error: { code, message } };
  }
}
