import { contentStore, cropById, goodById } from '../../store/content.ts';
import { growthOf } from '../../store/garden.ts';
import { playerStore } from '../../store/player.ts';
import { roomStore } from '../../store/room.ts';
import { uiStore } from '../../store/ui.ts';
import { Icon } from '../parts/icon.tsx';
import { Meter } from '../parts/meter.tsx';
import { useNow } from '../use-now.ts';
import { useSlice } from '../use-slice.ts';
import { useTexts } from '../use-texts.ts';

/** What grows here and how long it still takes, beside the plot the world pointed at. */
export function PlotBubble() {
  const { t, span, local } = useTexts();
  const info = useSlice(uiStore, (ui) => ui.plotInfo);
  const plots = useSlice(roomStore, (room) => room.plots);
  const content = useSlice(contentStore, (state) => state.content);
  const timeScale = useSlice(playerStore, (player) => player.timeScale);
  const now = useNow(info === null ? 0 : 500);
  const plot = info === null ? undefined : plots[info.plot];
  if (info === null || plot === undefined) return null;
  const crop = cropById(content, plot.crop);
  if (crop === undefined) return null;
  const growth = growthOf(plot, content, timeScale, now);
  const left = growth.ripe ? t('garden.ripe') : t('garden.ripeIn', { time: span(growth.ripeAt - now) });
  return (
    <div className="plot-bubble card" style={{ left: info.x, top: info.y }} role="status">
      <Icon good={goodById(content, crop.good)?.icon ?? 'seedling'} size={28} />
      <div>
        <b>{local(crop.name)}</b>
        <p>{left}</p>
        <Meter value={growth.progress} label={left} thin />
      </div>
    </div>
  );
}
