import { levelOf } from '@bloomvale/shared/play/progress';
import { customerMs } from '@bloomvale/shared/play/stall-clock';
import { useEffect } from 'react';
import { contentStore } from '../../store/content.ts';
import { playerStore } from '../../store/player.ts';
import { roomStore } from '../../store/room.ts';
import { uiStore } from '../../store/ui.ts';
import { closePanel } from '../navigation/open.ts';
import { SideCard } from '../parts/side-card.tsx';
import { useSlice } from '../use-slice.ts';
import { useTexts } from '../use-texts.ts';
import { Sales } from './sales.tsx';
import { Slots } from './slots.tsx';
import { StoreGoods } from './store-goods.tsx';
import { Wishes } from './wishes.tsx';

/** The stall: who waits, what lies on it, what is in the store, what was sold. */
export function StallPanel() {
  const { t, span } = useTexts();
  const own = useSlice(roomStore, (room) => room.own);
  const content = useSlice(contentStore, (state) => state.content);
  const xp = useSlice(playerStore, (player) => player.xp);
  const timeScale = useSlice(playerStore, (player) => player.timeScale);
  useEffect(() => {
    uiStore.setState({ focus: { kind: 'object', action: 'stall' } });
    return () => uiStore.setState({ focus: null });
  }, []);
  const ready = own && content !== null;
  return (
    <SideCard title={t('stall.title')} icon="stall" onClose={closePanel}>
      {ready ? (
        <>
          <p className="muted">
            {t('stall.pace', { time: span(customerMs(levelOf(xp, content.economy), content.economy, timeScale)) })}
          </p>
          <Wishes content={content} />
          <Slots content={content} />
          <StoreGoods content={content} />
          <Sales content={content} />
        </>
      ) : (
        <p className="muted" aria-busy="true">
          {t('common.onTheWay')}
        </p>
      )}
    </SideCard>
  );
}
