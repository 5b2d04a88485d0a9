import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../config/env.ts';
import { EXIT, StartupFault } from '../config/exit-codes.ts';
import { endWith } from './startup-faults.ts';

export type ToolInput = {
  /** The data folder: `--data`, else DATA_DIR, absolute. */
  readonly data: string;
  /** The one argument without a name; null without one. Absolute. */
  readonly path: string | null;
};

/**
 * Runs one of the operator's tools: reads its arguments, prints its line on stdout, and turns every fault into a sentence on stderr and
 * an exit code. `usage` is what it says when it was called wrongly.
 */
export async function runTool(usage: string, work: (input: ToolInput) => Promise<number>): Promise<void> {
  try {
    process.exitCode = await work(readInput(usage));
  } catch (fault) {
    endWith(fault);
  }
}

function readInput(usage: string): ToolInput {
  try {
    const { values, positionals } = parseArgs({ options: { data: { type: 'string' } }, allowPositionals: true });
    if (positionals.length > 1) throw new Error('too many arguments');
    const [path] = positionals;
    return {
      data: values.data === undefined ? readConfig().dataDir : resolve(values.data),
      path: path === undefined ? null : resolve(path),
    };
  } catch (cause) {
    if (cause instanceof StartupFault) throw cause;
    throw new StartupFault(EXIT.CONFIGURATION, `Usage: ${usage}`, { cause });
  }
}
