import type { ReactNode } from 'react';
import { closePanel } from '../navigation/open.ts';
import { hrefOf } from '../navigation/route.ts';
import { Room, type RoomTab } from '../parts/room.tsx';
import { SimLabel } from '../parts/sim-label.tsx';
import { useTexts } from '../use-texts.ts';

const TABS = ['hall', 'map', 'portfolio', 'statement', 'computed'] as const;
/** The glossary is reached from every bubble and from the foot of each page. */
export type LendingTab = (typeof TABS)[number] | 'glossary';

/** The frame of the Lending Hall's pages: its tabs are links with addresses of their own. */
export function LendingRoom({ tab, children }: { tab: LendingTab; children: ReactNode }) {
  const { t } = useTexts();
  const tabs: RoomTab[] = TABS.map((kind) => ({
    panel: { kind },
    label: t(`hall.tab.${kind}`),
    current: kind === tab,
  }));
  const foot = (
    <footer className="room-foot">
      <SimLabel many />
      <p className="hint">
        {t('hall.past')} <a href={hrefOf({ kind: 'glossary' })}>{t('glossary.title')}</a>
      </p>
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
