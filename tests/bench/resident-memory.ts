import { existsSync, readFileSync } from 'node:fs';

/** Resident memory of a process in bytes; null where the system does not tell (only Linux does, under /proc). */
export function residentBytes(pid: number): number | null {
  const file = `/proc/${pid}/status`;
  if (!existsSync(file)) return null;
  const line = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(file, 'utf8'));
  return line === null ? null : Number(line[1]) * 1024;
}
