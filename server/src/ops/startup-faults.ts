import { AuditError } from '../application/audit.ts';
import { StoreError, type StoreErrorCode } from '../application/store/store-error.ts';
import { EXIT, type ExitCode, StartupFault } from '../config/exit-codes.ts';

const OF_STORE: Readonly<Record<StoreErrorCode, ExitCode>> = {
  UNWRITABLE: EXIT.DATA_FOLDER,
  CORRUPT: EXIT.CORRUPT,
  NEWER_SCHEMA: EXIT.NEWER_SCHEMA,
  MIGRATION_CHANGED: EXIT.CORRUPT,
  DISK_FULL: EXIT.DISK_FULL,
  LOCKED: EXIT.OWNED,
  CONSTRAINT: EXIT.FAULT,
  IO: EXIT.FAULT,
};

/**
 * Why a process of ours ends before it could work, as one sentence and an exit code; null for a fault of our own, which deserves its
 * stack instead.
 */
export function explainFault(fault: unknown): { readonly sentence: string; readonly exitCode: ExitCode } | null {
  if (fault instanceof StartupFault) return { sentence: fault.message, exitCode: fault.exitCode };
  if (fault instanceof AuditError) return { sentence: fault.message, exitCode: EXIT.LEDGER };
  if (fault instanceof StoreError) return { sentence: fault.message, exitCode: OF_STORE[fault.code] };
  const { code, port, address } = fault as { code?: unknown; port?: unknown; address?: unknown };
  switch (code) {
    case 'EADDRINUSE':
      return { sentence: `Port ${port} is taken by another program; set PORT to a free one.`, exitCode: EXIT.PORT };
    case 'EACCES':
      return port === undefined
        ? null
        : { sentence: `Port ${port} may not be opened by this user; set PORT to one above 1023.`, exitCode: EXIT.PORT };
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return {
        sentence: `The address ${address ?? 'in HOST'} is not one of this machine; change HOST.`,
        exitCode: EXIT.PORT,
      };
    default:
      return null;
  }
}

/** Says why on stderr and ends the process. */
export function endWith(fault: unknown): never {
  const explained = explainFault(fault);
  const stack = fault instanceof Error ? fault.stack : String(fault);
  // SQLite's findings come in lines.
  process.stderr.write(`${explained?.sentence.replace(/\s*\n\s*/g, ' ') ?? stack}\n`);
  process.exit(explained?.exitCode ?? EXIT.FAULT);
}
