import { loadCatalogue } from '@bloomvale/assets/load-catalogue';
import { EXIT, StartupFault } from '../config/exit-codes.ts';
import { restoreBackup } from './backup.ts';
import { runTool } from './command-line.ts';

const USAGE = 'npm run restore -- FOLDER [--data DIR]';

/** Puts a backup back. The server must not run; what was there is kept beside. */
await runTool(USAGE, async ({ data, path }) => {
  if (path === null) throw new StartupFault(EXIT.CONFIGURATION, `Usage: ${USAGE}`);
  const { folder, former } = await restoreBackup(path, data, loadCatalogue());
  process.stdout.write(
    `Verified and restored: ${folder}${former === null ? '' : `; the former data is in ${former}`}\n`,
  );
  return EXIT.OK;
});
