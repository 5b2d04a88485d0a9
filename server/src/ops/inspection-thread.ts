import { parentPort, workerData } from 'node:worker_threads';
import type { Content } from '@bloomvale/shared/content/content';
import { invariant } from '@bloomvale/shared/result';
import { auditAll } from '../application/audit.ts';
import { sqliteAudit } from '../persistence/sqlite-audit.ts';
import type { InspectionAnswer } from './inspection.ts';

/** Checks every invariant once and ends. What it holds is a few thousand loans at a time, so the game's own thread notices nothing. */
const port = parentPort;
invariant(port !== null, 'inspection-thread.ts runs in a thread of its own');
const { file, content } = workerData as { readonly file: string; readonly content: Content };

port.postMessage(inspected());

function inspected(): InspectionAnswer {
  try {
    const source = sqliteAudit(file);
    try {
      return { violations: auditAll(source, content) };
    } finally {
      source.close();
    }
  } catch (cause) {
    return { fault: cause instanceof Error ? cause.message : String(cause) };
  }
}
