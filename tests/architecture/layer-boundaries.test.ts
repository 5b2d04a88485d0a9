import { describe, expect, it } from 'vitest';
import { impurities, readsEnvironment } from './impurities.ts';
import { parseSource, type SourceFile, sourceFiles } from './source-files.ts';

/**
 * The house and its rules (architecture.md 4). The allow-list is empty and only ever gets an entry with a reason and a way out.
 */
const ALLOWED: readonly { readonly path: string; readonly target: string; readonly because: string }[] = [];

const shared = sourceFiles('shared/src');
const server = sourceFiles('server/src');
const client = sourceFiles('client/src');

type Rule = {
  readonly files: readonly SourceFile[];
  /** Files the rule is about. */
  readonly where: RegExp;
  /** What they import and may not. */
  readonly not: RegExp;
  readonly except?: RegExp;
  readonly evenTypes?: boolean;
};

function breaches({ files, where, not, except, evenTypes = true }: Rule): string[] {
  return files
    .filter(({ path }) => where.test(path))
    .flatMap(({ path, imports }) =>
      imports
        .filter(({ typeOnly }) => evenTypes || !typeOnly)
        .filter(({ target }) => not.test(target) && !(except?.test(target) ?? false))
        .filter(({ target }) => !ALLOWED.some((entry) => entry.path === path && entry.target === target))
        .map(({ target }) => `${path} imports ${target}`),
    );
}

const ANY = /./;

describe('shared', () => {
  it('imports zod and itself, and hashes where chance and keys are made', () => {
    expect(breaches({ files: shared, where: ANY, not: ANY, except: /^(shared\/src\/|zod$|@noble\/hashes$)/ })).toEqual(
      [],
    );
    expect(breaches({ files: shared, where: /^shared\/src\/(?!random\/)/, not: /^@noble\/hashes$/ })).toEqual([]);
  });
  it('depends on its arguments alone', () => {
    expect(shared.flatMap((file) => impurities(file).map((name) => `${file.path}: ${name}`))).toEqual([]);
  });
});

describe('server', () => {
  it('decides without store, network or framework', () => {
    expect(
      breaches({
        files: server,
        where: /\/domain\//,
        not: ANY,
        except: /^(server\/src\/domain\/|shared\/src\/|zod$|node:crypto$|obscenity$)/,
      }),
    ).toEqual([]);
    const domain = server.filter(({ path }) => path.includes('/domain/'));
    expect(domain.flatMap((file) => impurities(file).map((name) => `${file.path}: ${name}`))).toEqual([]);
  });
  it('points inwards: domain, application, then everything else', () => {
    expect(
      breaches({
        files: server,
        where: /\/application\//,
        not: /^server\/src\//,
        except: /^server\/src\/(application|domain)\//,
      }),
    ).toEqual([]);
    expect(
      breaches({
        files: server,
        where: /\/persistence\//,
        not: /^server\/src\//,
        except: /^server\/src\/(persistence|application\/store|domain)\//,
      }),
    ).toEqual([]);
    expect(breaches({ files: server, where: /\/(rooms|http)\//, not: /^server\/src\/(persistence|domain)\// })).toEqual(
      [],
    );
  });
  it('knows Colyseus in the rooms, in http and where it is put together', () => {
    expect(breaches({ files: server, where: /^server\/src\/(?!rooms\/|http\/|app\.ts)/, not: /^@colyseus\// })).toEqual(
      [],
    );
  });
  it('never evaluates the umbrella package, which reads environment files and prints', () => {
    expect(
      breaches({ files: [...server, ...client, ...shared], where: ANY, not: /^colyseus$/, evenTypes: false }),
    ).toEqual([]);
  });
  it('opens databases in persistence, and the accounts their own', () => {
    expect(
      breaches({
        files: server,
        where: /^server\/src\/(?!persistence\/|accounts\/)/,
        not: /^(node:sqlite|pg|kysely)$/,
      }),
    ).toEqual([]);
  });
  it('keeps accounts and the game apart', () => {
    expect(
      breaches({
        files: server,
        where: /\/(application|domain|persistence)\//,
        not: /^server\/src\/accounts\/|^better-auth$/,
      }),
    ).toEqual([]);
    expect(
      breaches({
        files: server,
        where: /\/accounts\//,
        not: /^server\/src\/(application\/(?!store\/store-error)|rooms|http)/,
      }),
    ).toEqual([]);
  });
  it('reads the environment in one place', () => {
    const readers = [...server, ...shared, ...client].filter(readsEnvironment).map(({ path }) => path);
    expect(readers).toEqual(['server/src/config/env.ts']);
  });
  it('hands its catalogue in as an argument', () => {
    expect(
      breaches({ files: server, where: /\/(domain|application|rooms|http|persistence)\//, not: /^assets\// }),
    ).toEqual([]);
  });
});

describe('client', () => {
  it('knows Phaser in the world only', () => {
    expect(breaches({ files: client, where: /^client\/src\/(?!game\/)/, not: /^phaser$/ })).toEqual([]);
  });
  it('draws from the store, without the network and without the panels', () => {
    expect(breaches({ files: client, where: /\/src\/game\//, not: /^client\/src\/(net|ui|operator)\// })).toEqual([]);
  });
  it('keeps the store below everything that reads or writes it', () => {
    expect(breaches({ files: client, where: /\/src\/store\//, not: /^client\/src\/(net|ui|game|operator)\// })).toEqual(
      [],
    );
    expect(breaches({ files: client, where: /\/src\/net\//, not: /^client\/src\/(ui|game|operator)\// })).toEqual([]);
  });
  it('takes nothing but types from the server', () => {
    expect(breaches({ files: client, where: ANY, not: /^server\//, evenTypes: false })).toEqual([]);
  });
});

describe('the rules themselves', () => {
  const impure = (text: string) => impurities(parseSource('shared/src/x.ts', text));

  it('see what makes a rule impure', () => {
    expect(impure('const a = Date.now(), b = new Date(), c = Math.random();')).toEqual([
      'Date.now',
      'new Date()',
      'Math.random',
    ]);
    expect(impure('export const f = (d: Date) => d.getHours() + process.pid; setTimeout(f, 1);')).toEqual([
      '.getHours',
      'process',
      'setTimeout',
    ]);
  });
  it('do not mistake names for uses', () => {
    expect(impure('const x = { process: 1 }; x.process; new Date(0).getUTCHours(); type T = typeof process;')).toEqual(
      [],
    );
  });
  it('see every kind of import', () => {
    const { imports } = parseSource(
      'client/src/net/x.ts',
      "import type { A } from '@bloomvale/server/app'; import b from './b.ts'; export { c } from '../game/c.ts'; await import('phaser');",
    );
    expect(imports).toEqual([
      { target: 'server/src/app', typeOnly: true },
      { target: 'client/src/net/b', typeOnly: false },
      { target: 'client/src/game/c', typeOnly: false },
      { target: 'phaser', typeOnly: false },
    ]);
  });
  it('find something to judge', () => {
    expect([shared.length, server.length, client.length].every((count) => count > 20)).toBe(true);
  });
});
