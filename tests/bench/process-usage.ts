import { existsSync, readFileSync } from 'node:fs';

/** Clock ticks of `/proc` a second: 100 on every Linux that Node runs on. */
const TICKS = 100;

/** Processor time a process has used so far, seconds; null where the system does not tell. */
export function processorSeconds(pid: number): number | null {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return null;
  // The name in brackets may hold blanks: fields are counted behind it (proc(5): utime and stime are the 14th and 15th).
  const fields = readFileSync(file, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}
