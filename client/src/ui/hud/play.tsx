import { lazy, Suspense } from 'react';
import { inArea } from '../../i18n/i18n.ts';
import { roomStore } from '../../store/room.ts';
import { PlotBubble } from '../garden/plot-bubble.tsx';
import { ToolPill } from '../garden/tool-pill.tsx';
import { useSlice } from '../use-slice.ts';
import { useTexts } from '../use-texts.ts';
import { AroundMe } from './around-me.tsx';
import { Coach } from './coach.tsx';
import { Dock } from './dock.tsx';
import { Hud } from './hud.tsx';
import { WorldNews } from './world-news.tsx';

// Fetched with their texts, after the world is there.
const Goals = lazy(() => inArea('growing', async () => ({ default: (await import('../growing/goals.tsx')).Goals })));
// Its popover library is of no use before one meets somebody.
const PhraseBar = lazy(async () => ({ default: (await import('../people/phrase-bar.tsx')).PhraseBar }));

/** What stands over the world while one plays: little, at the edges. */
export function Play() {
  const { t } = useTexts();
  const name = useSlice(roomStore, (room) => room.name);
  const kind = useSlice(roomStore, (room) => room.kind);
  const own = useSlice(roomStore, (room) => room.own);
  const moving = useSlice(roomStore, (room) => room.moving);
  const company = useSlice(roomStore, (room) => room.kind === 'village' || Object.keys(room.avatars).length > 1);
  const place = kind === null ? '' : kind === 'village' ? name : own ? t('world.home') : t('world.visit', { name });
  return (
    <>
      <Hud />
      <main>
        <h1 className="sr-only">{place === '' ? 'Bloomvale' : place}</h1>
        <p className="sr-only" role="status">
          {moving ? t('world.onTheWay') : place}
        </p>
        <WorldNews />
        <AroundMe />
        {kind === 'homestead' && !own ? <p className="place-tag pill">{place}</p> : null}
        <PlotBubble />
        <div className="low">
          <Coach />
          <Suspense fallback={null}>
            <Goals />
          </Suspense>
          <ToolPill />
          {company ? (
            <Suspense fallback={null}>
              <PhraseBar />
            </Suspense>
          ) : null}
        </div>
      </main>
      <Dock />
    </>
  );
}
