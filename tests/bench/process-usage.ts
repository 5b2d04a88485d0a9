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

/** Memory that the system has given a process and that lies in it now, bytes; null where the system does not tell. */
export function residentBytes(pid: number): number | null {
  const file = `/proc/${pid}/status`;
  if (!existsSync(file)) return null;
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(file, 'utf8'))?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) * 1_024;
}
