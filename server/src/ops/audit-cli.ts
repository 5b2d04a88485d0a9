import { loadCatalogue } from '@bloomvale/assets/load-catalogue';
import { INVARIANT_TEXT } from '@bloomvale/shared/ledger/invariants';
import type { InvariantId } from '@bloomvale/shared/ledger/snapshot';
import { auditAll } from '../application/audit.ts';
import { EXIT } from '../config/exit-codes.ts';
import { databaseFile } from '../persistence/open-database.ts';
import { sqliteAudit } from '../persistence/sqlite-audit.ts';
import { runTool } from './command-line.ts';

/** Breaches printed of one invariant; the rest is counted. */
const SHOWN = 5;

/** Every invariant of a data folder's ledger, one line each; also of a running server's. Exit code 9 on a breach. */
await runTool('npm run audit [-- --data DIR]', async ({ data }) => {
  const source = sqliteAudit(databaseFile(data));
  try {
    const violations = auditAll(source, loadCatalogue());
    for (const id of Object.keys(INVARIANT_TEXT) as InvariantId[]) {
      const breaches = violations.filter((violation) => violation.id === id);
      process.stdout.write(`${id.padEnd(3)} ${breaches.length === 0 ? 'ok    ' : 'BREACH'} ${INVARIANT_TEXT[id]}\n`);
      for (const { what, where } of breaches.slice(0, SHOWN)) process.stdout.write(`           ${where}: ${what}\n`);
      if (breaches.length > SHOWN) process.stdout.write(`           and ${breaches.length - SHOWN} more\n`);
    }
    return violations.length === 0 ? EXIT.OK : EXIT.LEDGER;
  } finally {
    source.close();
  }
});
