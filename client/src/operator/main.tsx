import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { reloadWhenStale } from '../pwa/stale-page.ts';
import { placeGlyphs } from '../ui/parts/glyph-sprite.ts';
import { Console } from './console.tsx';
import './css/operator.css';
import { startWords } from './i18n/start.ts';
import { followKeys } from './keys/follow.ts';
import { followAddress } from './shell/route.ts';
import { startSession } from './store/session.ts';

// The page's policy forbids code from text, and zod would try it once to find that out.
z.config({ jitless: true });

reloadWhenStale();
followAddress();
followKeys();
void placeGlyphs();
startSession();
await startWords();
const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<Console />);
