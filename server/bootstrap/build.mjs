import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { fail, say } from './console.mjs';
import { atRoot, STAMPS } from './paths.mjs';
import { hashOf, isStamped, stamp } from './stamps.mjs';

const ASSET_INPUTS = ['pnpm-lock.yaml', 'assets', 'shared/src'];
const CLIENT_INPUTS = [...ASSET_INPUTS, 'client'];
const DIST = 'client/dist';
/** Text worth compressing, from a size on at which it saves a packet. */
const COMPRESSED = new Set(['.js', '.css', '.html', '.json', '.svg', '.webmanifest']);
const COMPRESSED_FROM = 1_024;
/** Near the best a quarter as long as the best takes. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

/** Draws atlas, grounds, portraits and icons into client/public/generated. */
export function buildAssets(env) {
  const hash = hashOf(ASSET_INPUTS);
  if (isStamped('assets', hash) && existsSync(atRoot('client/public/generated'))) return;
  say('drawing the assets');
  build(env, [atRoot('assets/src/build/main.ts')], {});
  stamp('assets', hash);
}

/** Builds the client into client/dist, each text file beside its compressed forms (http/static-client serves those). */
export function buildClient(env) {
  const hash = hashOf(CLIENT_INPUTS);
  if (isStamped('client', hash) && existsSync(atRoot(DIST, 'index.html'))) return;
  say('building the client');
  const draft = join(STAMPS, 'client-dist');
  const args = [
    atRoot('client/node_modules/vite/bin/vite.js'),
    'build',
    '--logLevel',
    'warn',
    '--outDir',
    draft,
    '--emptyOutDir',
  ];
  build(env, args, { cwd: atRoot('client') });
  for (const file of filesOf(draft)) compress(file);
  // Swapped whole: a server that runs meanwhile never serves half a build.
  rmSync(atRoot(DIST), { recursive: true, force: true });
  renameSync(draft, atRoot(DIST));
  stamp('client', hash);
}

function build(env, args, options) {
  const { status } = spawnSync('node', args, { env, stdio: ['ignore', 2, 2], ...options });
  if (status !== 0) fail('the build failed');
}

function filesOf(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesOf(path) : [path];
  });
}

function compress(file) {
  if (!COMPRESSED.has(extname(file))) return;
  const plain = readFileSync(file);
  if (plain.length < COMPRESSED_FROM) return;
  writeFileSync(`${file}.br`, brotliCompressSync(plain, BROTLI));
  writeFileSync(`${file}.gz`, gzipSync(plain, { level: 9 }));
}
