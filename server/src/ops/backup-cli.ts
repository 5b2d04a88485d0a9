import { loadCatalogue } from '@bloomvale/assets/load-catalogue';
import { EXIT } from '../config/exit-codes.ts';
import { backupName, makeBackup } from './backup.ts';
import { runTool } from './command-line.ts';

/** A verified copy of a data folder, while the server runs or not. */
await runTool('npm run backup [-- FOLDER] [--data DIR]', async ({ data, path }) => {
  const { folder, files, bytes } = await makeBackup(data, path ?? backupName(data, new Date()), loadCatalogue());
  process.stdout.write(`Saved and verified: ${folder} (${files} files, ${bytes} bytes)\n`);
  return EXIT.OK;
});
