import { fileURLToPath } from 'node:url';
import type { Plugin, Rolldown } from 'vite';

type Graph = { getModuleInfo(id: string): Pick<Rolldown.ModuleInfo, 'importedIds'> | null };

const source = (file: string): string => fileURLToPath(new URL(`../src/${file}`, import.meta.url));
/** What the page begins with, and what the first place is entered with. */
const TITLE = ['main.tsx'].map(source);
const PLAY = [
  'net/session.ts',
  'game/world.ts',
  'ui/hud/play.tsx',
  'ui/garden/crop-tray.tsx',
  'ui/stall/stall-panel.tsx',
].map(source);
const LIBRARY = /\/node_modules\//;
const RENDERER = /\/node_modules\/phaser\/|\/vite\/phaser-parts\.js$/;

/** Everything that is imported without waiting, from these files on. */
function closure(from: readonly string[], graph: Graph): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    open.push(...(graph.getModuleInfo(id)?.importedIds ?? []));
  }
  return found;
}

/**
 * Groups of modules by the earliest moment that needs them: the title, or the first place. The rest is left to the bundler, a chunk for each
 * page. By folder instead, whatever only a page needs came with the title, a hundred kilobytes of it. Libraries stand apart, since they
 * change less often than the game.
 */
export function moments(): Rolldown.CodeSplittingGroup[] {
  let known: { readonly title: ReadonlySet<string>; readonly play: ReadonlySet<string> } | null = null;
  const group = (debugName: string, title: string, play: string, test: (id: string) => boolean, priority: number) => ({
    debugName,
    test,
    priority,
    name: (id: string, graph: Graph): string | null => {
      known ??= { title: closure(TITLE, graph), play: closure(PLAY, graph) };
      if (known.title.has(id)) return title;
      return known.play.has(id) ? play : null;
    },
  });
  return [
    group('renderer', 'libraries', 'renderer', (id) => RENDERER.test(id), 5),
    group('libraries', 'libraries', 'rooms', (id) => LIBRARY.test(id), 4),
    group('ours', 'core', 'play', (id) => !LIBRARY.test(id), 3),
  ];
}

const CHUNKS = ['rooms', 'play', 'renderer'];
const isNeeded = ({ name, facadeModuleId }: Rolldown.OutputChunk): boolean =>
  CHUNKS.includes(name) || PLAY.includes(facadeModuleId ?? '');

/** Names in the page the chunks of the first place, which the entry fetches as soon as the title's own are there (src/after-title.ts). */
export function nameLaterChunks(): Plugin {
  return {
    name: 'name-later-chunks',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) => {
        const files = Object.values(bundle).filter((file) => file.type === 'chunk' && isNeeded(file));
        const content = files.map(({ fileName }) => `/${fileName}`).join(' ');
        return [{ tag: 'meta', attrs: { name: 'after-title', content }, injectTo: 'head' }];
      },
    },
  };
}
