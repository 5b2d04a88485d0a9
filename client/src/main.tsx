import { createRoot } from 'react-dom/client';
import { fetchLaterChunks } from './after-title.ts';
import { startAudio } from './audio/audio.ts';
import { fetchWorldAhead } from './game/fetch-ahead.ts';
import { prepareGlCanvas } from './game/textures/gl-context.ts';
import { startI18n } from './i18n/i18n.ts';
import { followSectorNames } from './i18n/sector-names.ts';
import { loadSession, startNet } from './net/app.ts';
import { fetchContentAhead } from './net/content.ts';
import { registerServiceWorker } from './pwa/service-worker.ts';
import { reloadWhenStale } from './pwa/stale-page.ts';
import { exposeStores } from './store/expose-stores.ts';
import { playerStore } from './store/player.ts';
import { motionReduced, settingsStore } from './store/settings.ts';
import { uiStore } from './store/ui.ts';
import { App, fetchPlayParts } from './ui/app.tsx';
import './ui/css/app.css';
import { placeGlyphs } from './ui/parts/glyph-sprite.ts';

// The page's policy forbids code from text, and zod would try it once to find that out. It comes after the title and finds this here.
(globalThis as { __zod_globalConfig?: { jitless: boolean } }).__zod_globalConfig = { jitless: true };

/** Marks on the root element that the style sheets go by. */
function followMarks(): void {
  const { dataset } = document.documentElement;
  const motion = (): void => {
    const { motion: wish } = settingsStore.getState();
    dataset.motion = wish === 'full' ? 'full' : motionReduced() ? 'reduced' : 'system';
  };
  motion();
  settingsStore.subscribe((settings) => settings.motion, motion);
  matchMedia('(prefers-reduced-motion: reduce)').addEventListener('change', motion);
  uiStore.subscribe(
    (ui) => ui.worldReady,
    (ready) => {
      dataset.world = ready ? 'ready' : 'waiting';
    },
  );
}

const loadWorld = () => import('./game/world.ts');

/** What a press on the title will need is fetched while it is read, unless the device is to spare its data. */
function fetchAhead(): void {
  if ((navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true) return;
  fetchLaterChunks();
  void fetchContentAhead();
  void fetchWorldAhead();
}

/** Code that has come is made ready once the title stands and the browser is idle. */
function prepareToPlay(): void {
  const idle = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 300));
  idle(() => {
    try {
      prepareGlCanvas();
    } catch {
      // without WebGL: told when the world is to start
    }
    for (const late of [loadSession, loadWorld, fetchPlayParts]) void late().catch(() => undefined);
  });
}

/** The world is set up with the press that begins to play, while the server is asked; it is drawn when the room is entered. */
let world: Promise<{ destroy(): void }> | null = null;
function startWorld(): void {
  const parent = document.getElementById('world');
  if (world !== null || parent === null) return;
  world = loadWorld().then((loaded) => loaded.startWorld(parent));
  // Without WebGL, or when the chunk does not come, everything still works through the panels and the list "Around me".
  world.catch(() => undefined);
}

function followWorld(): void {
  playerStore.subscribe(
    (player) => player.phase === 'playing',
    (playing) => {
      if (playing) startWorld();
      else if (world !== null) {
        void world.then((started) => started.destroy()).catch(() => undefined);
        world = null;
        uiStore.setState({ worldReady: false });
      }
    },
  );
}

exposeStores();
reloadWhenStale();
followMarks();
startNet({ begins: startWorld });
fetchAhead();
void placeGlyphs();
await startI18n();
followSectorNames();
const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App />);
followWorld();
prepareToPlay();
startAudio();
registerServiceWorker();
