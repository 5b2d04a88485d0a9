import { paceOf } from '@bloomvale/shared/play/stall-clock';
import { lazy, Suspense, useEffect } from 'react';
import { inArea } from '../../i18n/i18n.ts';
import { playerStore } from '../../store/player.ts';
import { STALL_TABS, type StallTab, uiStore } from '../../store/ui.ts';
import { type AtHome, useGoHome, useHousehold } from '../growing/use-household.ts';
import { closePanel, openPanel } from '../navigation/open.ts';
import { Button } from '../parts/button.tsx';
import { Segmented } from '../parts/segmented.tsx';
import { SideCard } from '../parts/side-card.tsx';
import { useSlice } from '../use-slice.ts';
import { useTexts } from '../use-texts.ts';
import { Sales } from './sales.tsx';
import { Slots } from './slots.tsx';
import { StallUpgrade } from './stall-upgrade.tsx';
import { StoreGoods } from './store-goods.tsx';
import { Wishes } from './wishes.tsx';

const Kitchen = lazy(() =>
  inArea('growing', async () => ({ default: (await import('../growing/kitchen.tsx')).Kitchen })),
);
const Orders = lazy(() => inArea('growing', async () => ({ default: (await import('../growing/orders.tsx')).Orders })));

/** Where the work is done: the stall, the kitchen behind it, and the order board beside it. */
export function StallPanel({ tab }: { tab: StallTab }) {
  const { t } = useTexts();
  const home = useHousehold();
  useGoHome();
  useEffect(() => {
    uiStore.setState({ focus: { kind: 'object', action: 'stall' } });
    return () => uiStore.setState({ focus: null });
  }, []);
  return (
    <SideCard title={t('stall.title')} icon="stall" onClose={closePanel}>
      <Segmented
        label={t('stall.title')}
        value={tab}
        options={STALL_TABS.map((value) => ({ value, label: t(`stall.tabs.${value}`) }))}
        onChange={(next) => openPanel({ kind: 'stall', tab: next })}
      />
      <Suspense
        fallback={
          <p className="muted" aria-busy="true">
            {t('common.onTheWay')}
          </p>
        }
      >
        {tab === 'kitchen' ? <Kitchen /> : tab === 'orders' ? <Orders /> : <Stall home={home} />}
      </Suspense>
    </SideCard>
  );
}

/** Who waits, what lies on it, what is in the store, what was sold. */
function Stall({ home }: { home: AtHome | null }) {
  const { t, span } = useTexts();
  const timeScale = useSlice(playerStore, (player) => player.timeScale);
  if (home === null) {
    return (
      <p className="muted" aria-busy="true">
        {t('common.onTheWay')}
      </p>
    );
  }
  const { household, content } = home;
  return (
    <>
      <p className="muted">{t('stall.pace', { time: span(paceOf(household, content, timeScale)) })}</p>
      <Wishes content={content} />
      <Slots home={home} />
      <StoreGoods home={home} />
      <StallUpgrade home={home} />
      <Button block onClick={() => openPanel({ kind: 'pollination' })}>
        {t('stall.pollination')}
      </Button>
      <Sales content={content} />
    </>
  );
}
