import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'oxc-parser';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export type Import = {
  /** As a path from the root without ending (`shared/src/money/coins`) for our own files, else the package's or module's name. */
  readonly target: string;
  readonly typeOnly: boolean;
};
export type Node = { readonly type: string } & Record<string, unknown>;
export type SourceFile = { readonly path: string; readonly imports: readonly Import[]; readonly program: Node };

const SKIPPED = new Set(['node_modules', 'dist', 'generated']);

/** Our TypeScript sources under these folders, tests left out: they may reach anywhere. */
export function sourceFiles(...folders: string[]): SourceFile[] {
  return folders.flatMap((folder) => pathsUnder(folder)).map(readSource);
}

function pathsUnder(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : pathsUnder(path);
    return /\.tsx?$/.test(path) && !/\.(test|d)\.tsx?$/.test(path) ? [path] : [];
  });
}

function readSource(path: string): SourceFile {
  return parseSource(path, readFileSync(join(ROOT, path), 'utf8'));
}

export function parseSource(path: string, text: string): SourceFile {
  const { module, program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const stated = module.staticImports.map((found) => ({
    target: resolve(path, found.moduleRequest.value),
    typeOnly: found.entries.length > 0 && found.entries.every((entry) => entry.isType),
  }));
  const passedOn = module.staticExports.flatMap((found) =>
    found.entries.flatMap(({ moduleRequest, isType }) =>
      moduleRequest === null ? [] : [{ target: resolve(path, moduleRequest.value), typeOnly: isType }],
    ),
  );
  const later = module.dynamicImports.map(({ moduleRequest }) => ({
    target: resolve(path, text.slice(moduleRequest.start + 1, moduleRequest.end - 1)),
    typeOnly: false,
  }));
  return { path, imports: [...stated, ...passedOn, ...later], program: program as unknown as Node };
}

/** `@bloomvale/server/app` is server/src/app; a relative path counts from the file; the rest are packages, by name without subpath. */
function resolve(from: string, request: string): string {
  const bare = request.replace(/\.(tsx?|mjs|js)$/, '').replace(/\?.*$/, '');
  if (bare.startsWith('.')) return relative(ROOT, join(ROOT, dirname(from), bare));
  const own = /^@bloomvale\/(\w+)\/(.*)$/.exec(bare);
  if (own !== null) return own[2]?.startsWith('catalogue/') ? `${own[1]}/${own[2]}` : `${own[1]}/src/${own[2]}`;
  if (bare.startsWith('node:')) return bare;
  return bare.split('/', bare.startsWith('@') ? 2 : 1).join('/');
}

/** Every node of a program with its parent, types left out: what a type names does not run. */
export function* walk(node: Node, parent: Node | null = null): Generator<readonly [Node, Node | null]> {
  if (node.type.startsWith('TS') && !/^TS(As|Satisfies|NonNull|TypeAssertion)/.test(node.type)) return;
  yield [node, parent];
  for (const [key, value] of Object.entries(node)) {
    if (key === 'typeAnnotation' || key === 'typeArguments' || key === 'returnType') continue;
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child === 'object' && child !== null && typeof (child as Node).type === 'string')
        yield* walk(child as Node, node);
    }
  }
}
