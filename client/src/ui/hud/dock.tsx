import { roomStore } from '../../store/room.ts';
import { uiStore } from '../../store/ui.ts';
import { Icon } from '../parts/icon.tsx';
import { useSlice } from '../use-slice.ts';
import { useTexts } from '../use-texts.ts';
import { currentPlace, type DockPlace, goToPlace, PLACE_ICONS, PLACES } from './places.ts';
import { useHint } from './use-hint.ts';
import { useStallBadge } from './use-stall-badge.ts';

/** The place a hint points at, if it points at the dock. */
const HINTED: Readonly<Record<string, DockPlace>> = {
  stock: 'stall',
  wish: 'stall',
  family: 'family',
  village: 'village',
  hall: 'lend',
};

export function Dock() {
  const { t } = useTexts();
  const kind = useSlice(roomStore, (room) => room.kind);
  const own = useSlice(roomStore, (room) => room.own);
  const panel = useSlice(uiStore, (ui) => ui.panel?.kind);
  const badge = useStallBadge();
  const hint = useHint();
  const current = currentPlace(panel, kind, own);
  return (
    <nav className="dock" aria-label={t('dock.label')}>
      {PLACES.map((place, index) => {
        const count = place === 'stall' ? badge : 0;
        return (
          <button
            key={place}
            type="button"
            aria-current={place === current ? 'location' : undefined}
            aria-keyshortcuts={String(index + 1)}
            className={hint !== null && HINTED[hint] === place && place !== current ? 'is-hinted' : undefined}
            onClick={() => goToPlace(place)}
          >
            <Icon name={PLACE_ICONS[place]} size={34} />
            <span>{t(`dock.${place}`)}</span>
            {count > 0 ? (
              <>
                <i className="badge" aria-hidden="true">
                  {count}
                </i>
                <span className="sr-only">{t('dock.wishes', { count })}</span>
              </>
            ) : null}
          </button>
        );
      })}
    </nav>
  );
}
