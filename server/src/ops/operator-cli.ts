import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { OperatorRoleSchema } from '@bloomvale/shared/operator/operator-roles';
import { z } from 'zod';
import { openAccountsDatabase } from '../accounts/accounts-database.ts';
import { INVITE_HOURS } from '../accounts/operators/invites.ts';
import { openOperators } from '../accounts/operators/operators.ts';
import { makeDataFolder } from '../config/data-folder.ts';
import { readConfig } from '../config/env.ts';
import { EXIT, StartupFault } from '../config/exit-codes.ts';
import { openSecrets, operatorSecret } from '../config/secrets.ts';
import { inviteLink } from '../operator/http/accounts-handlers.ts';
import { createLogger } from './logger.ts';
import { endWith } from './startup-faults.ts';

/**
 * `npm run operator:create -- --email ada@example.org [--role publisher] [--reset] [--data DIR]`: prints a one-time link by which somebody
 * becomes an operator. While the server runs or not: accounts may be written by several processes. There is no default password anywhere.
 */
const USAGE = `Usage: npm run operator:create -- --email ADDRESS [--role viewer|editor|publisher] [--reset] [--data DIR]
  --role   publisher when left out
  --reset  the address has an account whose password or authenticator is lost: it is closed, its sessions and tokens end`;

const CallSchema = z.strictObject({
  email: z.email().max(200),
  role: OperatorRoleSchema.default('publisher'),
  reset: z.boolean().default(false),
  data: z.string().optional(),
});

function readCall(): z.infer<typeof CallSchema> {
  try {
    const options = {
      email: { type: 'string' },
      role: { type: 'string' },
      reset: { type: 'boolean' },
      data: { type: 'string' },
    } as const;
    return CallSchema.parse({ ...parseArgs({ options }).values });
  } catch (cause) {
    throw new StartupFault(EXIT.CONFIGURATION, USAGE, { cause });
  }
}

async function main(): Promise<number> {
  const { email, role, reset, data } = readCall();
  const config = readConfig();
  const folder = data === undefined ? config.dataDir : resolve(data);
  makeDataFolder(folder);
  const origin = config.publicUrl ?? `http://localhost:${config.port}`;
  const database = openAccountsDatabase(folder);
  try {
    const operators = await openOperators({
      database,
      secret: operatorSecret(openSecrets(folder)),
      baseUrl: origin,
      logger: createLogger('silent'),
    });
    if (reset) await operators.close('system', email);
    const made = await operators.invite('system', email, role);
    if (!made.ok) {
      const sentence = `${email} has an account already. If its password or authenticator is lost, add --reset.`;
      throw new StartupFault(EXIT.CONFIGURATION, sentence);
    }
    process.stdout.write(`${inviteLink(origin, made.value.token)}\n`);
    process.stderr.write(`Good once, for ${INVITE_HOURS} hours, for ${email} as ${role}. Hand it over in private.\n`);
    return EXIT.OK;
  } finally {
    await database.destroy();
  }
}

try {
  process.exitCode = await main();
} catch (fault) {
  endWith(fault);
}
