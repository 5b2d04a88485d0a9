import { contentStore, cropById, goodById } from '../../store/content.ts';
import { roomStore } from '../../store/room.ts';
import { uiStore } from '../../store/ui.ts';
import { openPanel } from '../navigation/open.ts';
import { Icon } from '../parts/icon.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { useSlice } from '../use-slice.ts';
import { useTexts } from '../use-texts.ts';

/** The seeds in hand: says what drawing over the plots does now, and puts them away. */
export function ToolPill() {
  const { t, local, coins } = useTexts();
  const tool = useSlice(uiStore, (ui) => ui.tool);
  const own = useSlice(roomStore, (room) => room.own);
  const content = useSlice(contentStore, (state) => state.content);
  if (tool.kind !== 'plant' || !own) return null;
  const crop = cropById(content, tool.crop);
  if (crop === undefined) return null;
  const icon = goodById(content, crop.good)?.icon ?? 'seedling';
  const price = crop.seedPrice === 0 ? t('crops.free') : t('crops.price', { price: coins(crop.seedPrice) });
  return (
    <section className="tool card" aria-label={t('crops.tool')}>
      <button type="button" className="tool__crop" onClick={() => openPanel({ kind: 'crops' })}>
        <Icon good={icon} size={32} />
        <span>
          <b>{t('crops.planting', { crop: local(crop.name) })}</b>
          <small>{price}</small>
        </span>
        <span className="sr-only">{t('crops.change')}</span>
      </button>
      <IconButton
        flat
        label={t('crops.putAway')}
        glyph="x"
        onClick={() => uiStore.setState({ tool: { kind: 'auto' } })}
      />
    </section>
  );
}
