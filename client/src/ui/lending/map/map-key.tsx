import { useTexts } from '../../use-texts.ts';

/** What rings and stars mean. */
export function MapKey() {
  const { t } = useTexts();
  return (
    <ul className="map-key">
      <li>
        <span className="map-key__ring" aria-hidden="true" /> {t('map.key.raising')}
      </li>
      <li>
        <span className="map-key__ring map-key__ring--mine" aria-hidden="true" /> {t('map.key.mine')}
      </li>
      <li>
        <svg width="22" height="22" viewBox="-11 -11 22 22" aria-hidden="true">
          <circle r="11" fill="var(--map-glow)" />
          <path className="map__star" d="M0 -8l2 6 6 2-6 2-2 6-2-6-6-2 6-2z" />
        </svg>{' '}
        {t('map.key.lit')}
      </li>
    </ul>
  );
}
