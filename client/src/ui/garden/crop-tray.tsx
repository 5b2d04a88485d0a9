import type { Crop } from '@bloomvale/shared/content/play';
import { levelOf } from '@bloomvale/shared/play/progress';
import { useRef } from 'react';
import { contentStore, goodById } from '../../store/content.ts';
import { playerStore } from '../../store/player.ts';
import { uiStore } from '../../store/ui.ts';
import { closePanel } from '../navigation/open.ts';
import { Icon } from '../parts/icon.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { useFocusHome } from '../use-focus-home.ts';
import { useSlice } from '../use-slice.ts';
import { useTexts } from '../use-texts.ts';
import { useLowerCover } from './use-lower-cover.ts';

/**
 * Which seeds to take in hand. It covers a strip above the dock and nothing else: the garden stays in sight, and once a crop is chosen one
 * draws over the plots.
 */
export function CropTray() {
  const { t } = useTexts();
  const content = useSlice(contentStore, (state) => state.content);
  const xp = useSlice(playerStore, (player) => player.xp);
  const heading = useRef<HTMLHeadingElement>(null);
  const tray = useRef<HTMLElement>(null);
  useFocusHome(heading);
  useLowerCover(tray);
  if (content === null) return null;
  const level = levelOf(xp, content.economy);
  const crops = [...content.crops].sort((a, b) => a.unlockLevel - b.unlockLevel || a.growSeconds - b.growSeconds);
  // What the next levels bring is a promise; the whole list would be a wall.
  const shown = crops.filter((crop) => crop.unlockLevel <= level + 2);
  return (
    <section ref={tray} className="tray card" aria-labelledby="tray-title">
      <header className="tray__head">
        <h2 id="tray-title" ref={heading} tabIndex={-1}>
          {t('crops.title')}
        </h2>
        <p className="muted">{t('crops.how')}</p>
        <IconButton label={t('common.close')} glyph="x" flat onClick={closePanel} />
      </header>
      <ul className="tray__list">
        {shown.map((crop) => (
          <CropCard key={crop.id} crop={crop} level={level} />
        ))}
      </ul>
    </section>
  );
}

function CropCard({ crop, level }: { crop: Crop; level: number }) {
  const { t, coins, span, local, integer } = useTexts();
  const content = useSlice(contentStore, (state) => state.content);
  const wallet = useSlice(playerStore, (player) => player.wallet);
  const timeScale = useSlice(playerStore, (player) => player.timeScale);
  const tool = useSlice(uiStore, (ui) => ui.tool);
  const good = goodById(content, crop.good);
  const locked = crop.unlockLevel > level;
  const short = crop.seedPrice > wallet;
  const worth = good === undefined ? 0 : good.price * crop.yield;
  const choose = (): void => {
    if (locked || short) return;
    uiStore.setState({ tool: { kind: 'plant', crop: crop.id }, panel: null });
  };
  return (
    <li>
      <button
        type="button"
        className="crop"
        aria-disabled={locked || short ? true : undefined}
        aria-pressed={tool.kind === 'plant' && tool.crop === crop.id}
        onClick={choose}
      >
        <Icon good={good?.icon ?? 'seedling'} size={44} />
        <span className="crop__name">{local(crop.name)}</span>
        {locked ? (
          <span className="crop__lock">{t('crops.locked', { level: crop.unlockLevel })}</span>
        ) : (
          <>
            <span className="crop__fact">{span((crop.growSeconds * 1000) / timeScale)}</span>
            <span className="crop__fact crop__price">
              {crop.seedPrice === 0 ? null : <Icon name="coin" size={16} />}
              {crop.seedPrice === 0 ? t('crops.free') : t('crops.price', { price: coins(crop.seedPrice) })}
            </span>
            <span className="crop__yield">
              {short ? t('crops.short') : t('crops.yield', { count: integer(crop.yield), worth: coins(worth) })}
            </span>
          </>
        )}
      </button>
    </li>
  );
}
