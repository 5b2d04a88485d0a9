import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The game server behind the development server; production serves client and rooms from one port. */
const target = process.env.GAME_URL ?? 'http://127.0.0.1:2567';

export default defineConfig({
  plugins: [react()],
  server: {
    port: Number(process.env.CLIENT_PORT ?? 5173),
    strictPort: true,
    proxy: {
      '/api': { target },
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
    // The Phaser chunk is 1.4 MB by design and arrives after the title.
    chunkSizeWarningLimit: 1500,
  },
});
