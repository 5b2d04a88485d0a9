import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A volume of its own with as little room as a test likes. */
export type SmallVolume = {
  readonly path: string;
  /** Grows or shrinks it, in KiB. */
  resize(size: number): void;
  /** Leaves no room on it but `spare` bytes. */
  fill(spare?: number): void;
  /** Takes away what `fill` put there. */
  makeRoom(): void;
  remove(): void;
};

const mount = (...args: string[]) => spawnSync('mount', args, { encoding: 'utf8' });

/** A file system in memory of `size` KiB; null where mounting is not allowed (it needs root on Linux). */
export function smallVolume(size: number): SmallVolume | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  const path = mkdtempSync(join(tmpdir(), 'bloomvale-volume-'));
  if (mount('-t', 'tmpfs', '-o', `size=${size}k,mode=700`, 'tmpfs', path).status !== 0) {
    rmSync(path, { recursive: true });
    return null;
  }
  const ballast = join(path, 'ballast');
  return {
    path,
    resize(to) {
      const { status, stderr } = mount('-o', `remount,size=${to}k`, path);
      if (status !== 0) throw new Error(`the volume could not be resized: ${stderr}`);
    },
    fill(spare = 0) {
      const { bavail, bsize } = statfsSync(path);
      writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - spare)));
    },
    makeRoom: () => rmSync(ballast, { force: true }),
    remove() {
      spawnSync('umount', ['-l', path]);
      rmSync(path, { recursive: true, force: true });
    },
  };
}
