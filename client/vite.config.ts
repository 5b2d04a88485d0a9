import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { phaserParts } from './vite/phaser-parts.ts';
import { preloadTexts } from './vite/preload-texts.ts';
import { moments, nameLaterChunks } from './vite/title-first.ts';

/** The game server behind the development server; production serves client and rooms from one port. */
const target = process.env.GAME_URL ?? 'http://127.0.0.1:2567';

/** The headless parts: fetched with the first dialog, menu or slider. */
const PARTS_LIBRARIES = /node_modules\/(@base-ui|@floating-ui|tabbable|reselect)\//;
/** The console's libraries: one chunk that changes only with them. */
const CONSOLE_LIBRARIES =
  /node_modules\/(react|react-dom|scheduler|zustand|use-sync-external-store|i18next|react-i18next|html-parse-stringify|void-elements|@base-ui|@floating-ui|tabbable|reselect)\//;
/** What of the console stands round every page; pages are chunks of their own. */
const CONSOLE_SHELL =
  /client\/src\/(operator\/(?:[^/]+$|shell|api|keys|store|parts|sign-in\/(?!enrol|qr)|i18n\/(?!.*\.json))|ui\/|i18n\/(?!.*\.json)|store\/)/;
/** Schemas and rules, without anything of the page: the worker that judges a catalogue runs them from the same file. */
const CONSOLE_RULES = /node_modules\/zod\/|\/shared\/src\//;

export default defineConfig({
  plugins: [react(), phaserParts(), preloadTexts(), nameLaterChunks()],
  // Game and console are built apart: one knows nothing of the other, so no chunk holds code of both. `vite build` makes both.
  builder: {
    async buildApp(builder) {
      for (const name of ['client', 'operator']) {
        const environment = builder.environments[name];
        if (environment !== undefined) await builder.build(environment);
      }
    },
  },
  environments: {
    client: {
      build: {
        rolldownOptions: {
          output: {
            // Left alone, every shared module became a file of its own: thirty requests before the title.
            codeSplitting: {
              groups: [...moments(), { name: 'parts', test: PARTS_LIBRARIES, priority: 2 }],
            },
          },
        },
      },
    },
    operator: {
      consumer: 'client',
      build: {
        // The game's files lie there already.
        emptyOutDir: false,
        copyPublicDir: false,
        rolldownOptions: {
          input: 'operator.html',
          output: {
            codeSplitting: {
              groups: [
                { name: 'console-rules', test: CONSOLE_RULES, priority: 3 },
                { name: 'console-libraries', test: CONSOLE_LIBRARIES, priority: 2 },
                { name: 'console', test: CONSOLE_SHELL, priority: 1 },
              ],
            },
          },
        },
      },
    },
  },
  server: {
    port: Number(process.env.CLIENT_PORT ?? 5173),
    strictPort: true,
    proxy: {
      '/api': { target },
      '/operator/api': { target },
      '/content': { target },
      '/health': { target },
      '/matchmake': { target },
      // A room's socket is /<process id>/<room id>, nine characters each; vite's own hot-reload socket is not touched.
      '^/[\\w-]{9}/[\\w-]{9}(\\?|$)': { target, ws: true },
    },
  },
  build: {
    target: 'es2023',
    outDir: 'dist',
    // The renderer and the libraries are about 600 kB each by design, before compression.
    chunkSizeWarningLimit: 800,
  },
});
