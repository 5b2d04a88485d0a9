import type { ReactNode } from 'react';
import type { PanelKind } from '../../store/ui.ts';
import { closePanel } from '../navigation/open.ts';
import { Room, type RoomTab } from '../parts/room.tsx';
import { SimLabel } from '../parts/sim-label.tsx';
import { useTexts } from '../use-texts.ts';

const TABS = ['hall', 'portfolio', 'statement', 'computed'] as const;
export type LendingTab = (typeof TABS)[number];

/** The frame of the Lending Hall's pages: its tabs are links with addresses of their own. */
export function LendingRoom({ tab, children }: { tab: LendingTab; children: ReactNode }) {
  const { t } = useTexts();
  const tabs: RoomTab[] = TABS.map((kind: LendingTab & PanelKind) => ({
    panel: { kind },
    label: t(`hall.tab.${kind}`),
    current: kind === tab,
  }));
  const foot = (
    <footer className="room-foot">
      <SimLabel many />
      <p className="hint">{t('hall.past')}</p>
    </footer>
  );
  return (
    <Room
      title={t('hall.title')}
      emblem="globe-showing-europe-africa"
      back={t('common.backToWorld')}
      onBack={closePanel}
      tabs={tabs}
      after={foot}
    >
      {children}
    </Room>
  );
}
