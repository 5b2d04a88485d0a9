import type { RoomTab } from '../parts/room.tsx';
import { useTexts } from '../use-texts.ts';

/** Letters and album are two pages of one thing: who one has met. */
export function useMailTabs(current: 'letters' | 'album'): readonly RoomTab[] {
  const { t } = useTexts();
  return [
    { panel: { kind: 'letters' }, label: t('letters.title'), current: current === 'letters' },
    { panel: { kind: 'album' }, label: t('letters.album'), current: current === 'album' },
  ];
}
