import { createReadStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { answerDueDates, answerMetrics, answerSchedule } from '@bloomvale/shared/lending/expert-door';
import { verifyReplay } from '@bloomvale/shared/lending/replay';
import type { InputError } from '@bloomvale/shared/lending/schedule-input';
import { err, ok, type Result } from '@bloomvale/shared/result';
import { EXIT, type ExitCode } from '../config/exit-codes.ts';

/**
 * The experts' command line: `npm run --silent lending -- schedule | due-dates | metrics [FILE] | replay [FILE]`. A JSON object comes from
 * the file, else from standard input; one JSON line goes to standard output and nothing else. What is wrong with the input is said on
 * standard error, a line a field, with exit code 1; a wrong call with 2.
 */
const USAGE = `Usage: npm run --silent lending -- COMMAND [FILE]
  schedule   rows of a loan: a JSON object like the "inputs" of a vector in tests/vectors
  due-dates  {"firstDueDate": "2023-01-31", "count": 12, "seedDay": 31, "unit": "months", "every": 1}
  metrics    {"loans": [{"outstanding", "daysPastDue", ...}], "ended": [{"principal", "defaultLoss", ...}]}, minor units
  replay     the file of a closed loan [--commitment HEX] [--root HEX ...]: what was published of loan and seasons
FILE may be left out: then standard input is read.`;

/** A million loans of `metrics` are about 60 MB; more is a mistake. */
const INPUT_MAX = 128 * 1024 * 1024;

type Answer = Result<unknown, readonly InputError[]>;
type Published = { readonly commitment?: string; readonly seasonRoots?: readonly string[] };

const COMMANDS: Readonly<Record<string, (input: unknown, published: Published) => Answer>> = {
  schedule: answerSchedule,
  'due-dates': answerDueDates,
  metrics: answerMetrics,
  replay: answerReplay,
};

/** The whole story again, once every commitment, proof and figure has been found in order. */
function answerReplay(input: unknown, published: Published): Answer {
  const report = verifyReplay(input, published);
  if (report.ok) return ok({ verified: true, ...report.value });
  const { code, field, message } = report.error;
  return err([{ field, message: `${message} (${code})` }]);
}

type Call = {
  readonly run: (input: unknown) => Answer;
  /** Null for standard input. */
  readonly file: string | null;
};

/** What was asked for; null for a wrong call. */
function readCall(args: readonly string[]): Call | null {
  try {
    const options = { commitment: { type: 'string' }, root: { type: 'string', multiple: true } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [name = '', file, ...more] = positionals;
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    const published: Published = {
      ...(values.commitment === undefined ? {} : { commitment: values.commitment }),
      ...(values.root === undefined ? {} : { seasonRoots: values.root }),
    };
    const strange = more.length > 0 || (name !== 'replay' && Object.keys(published).length > 0);
    if (command === undefined || strange) return null;
    return { run: (input) => command(input, published), file: file === undefined || file === '-' ? null : file };
  } catch {
    return null;
  }
}

const reasonOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

/** As a stream: a pipe that is slow to fill must not look like a fault. */
async function readInput(file: string | null): Promise<Result<string, string>> {
  const place = file ?? 'standard input';
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    for await (const piece of file === null ? process.stdin : createReadStream(file)) {
      size += (piece as Buffer).length;
      if (size > INPUT_MAX) return err(`${place}: expected at most ${INPUT_MAX} bytes`);
      pieces.push(piece as Buffer);
    }
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces)));
  } catch (cause) {
    return err(`${place}: cannot be read (${reasonOf(cause)})`);
  }
}

function parseJson(text: string): Answer {
  try {
    return ok(JSON.parse(text));
  } catch (cause) {
    return err([{ field: '(input)', message: `expected JSON (${reasonOf(cause)})` }]);
  }
}

const say = (line: string): void => void process.stderr.write(`${line.replace(/\s*\n\s*/g, ' ')}\n`);

async function main(args: readonly string[]): Promise<ExitCode> {
  const call = readCall(args);
  if (call === null) {
    process.stderr.write(`${USAGE}\n`);
    return EXIT.CONFIGURATION;
  }
  const text = await readInput(call.file);
  if (!text.ok) {
    say(text.error);
    return EXIT.CONFIGURATION;
  }
  const input = parseJson(text.value);
  const answer = input.ok ? call.run(input.value) : input;
  if (!answer.ok) {
    for (const { field, message } of answer.error) say(`${field}: ${message}`);
    return EXIT.FAULT;
  }
  process.stdout.write(`${JSON.stringify(answer.value)}\n`);
  return EXIT.OK;
}

process.exitCode = await main(process.argv.slice(2));
