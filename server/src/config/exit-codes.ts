/**
 * What a process of ours ends with, so that a script or a service manager can tell the faults apart. 1 is any fault without a row here.
 */
export const EXIT = {
  OK: 0,
  FAULT: 1,
  CONFIGURATION: 2,
  PORT: 3,
  DATA_FOLDER: 4,
  OWNED: 5,
  DISK_FULL: 6,
  NEWER_SCHEMA: 7,
  CORRUPT: 8,
  LEDGER: 9,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Why the server cannot start: one clear sentence for whoever runs it, and the process's exit code. */
export class StartupFault extends Error {
  override name = 'StartupFault';
  readonly exitCode: ExitCode;
  constructor(exitCode: ExitCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}
