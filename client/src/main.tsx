import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { startAudio } from './audio/audio.ts';
import { startI18n } from './i18n/i18n.ts';
import { followSectorNames } from './i18n/sector-names.ts';
import { loadSession, startNet } from './net/app.ts';
import { registerServiceWorker } from './pwa/service-worker.ts';
import { reloadWhenStale } from './pwa/stale-page.ts';
import { exposeStores } from './store/expose-stores.ts';
import { playerStore } from './store/player.ts';
import { motionReduced, settingsStore } from './store/settings.ts';
import { uiStore } from './store/ui.ts';
import { App } from './ui/app.tsx';
import './ui/css/app.css';
import { placeGlyphs } from './ui/parts/glyph-sprite.ts';

// The page's policy forbids code from text, and zod would try it once to find that out.
z.config({ jitless: true });

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

/** Phaser and the world arrive after the title: fetched when the browser is idle, started when somebody plays. */
function followWorld(): void {
  const load = () => import('./game/world.ts');
  let world: Promise<{ destroy(): void }> | null = null;
  const idle = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 300));
  idle(() => {
    for (const late of [loadSession, load]) void late().catch(() => undefined);
  });
  playerStore.subscribe(
    (player) => player.phase === 'playing',
    (playing) => {
      const parent = document.getElementById('world');
      if (playing && world === null && parent !== null) {
        world = load().then(({ startWorld }) => startWorld(parent));
        // Without WebGL, or when the chunk does not come, everything still works through the panels and the list "Around me".
        world.catch(() => undefined);
      } else if (!playing && world !== null) {
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
startNet();
void placeGlyphs();
await startI18n();
followSectorNames();
const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App />);
followWorld();
startAudio();
registerServiceWorker();
