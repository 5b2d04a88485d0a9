import { hrefOf } from '../../navigation/route.ts';
import { Glyph } from '../../parts/icon.tsx';
import { useTexts } from '../../use-texts.ts';

/** List or map of the same loans: two addresses. */
export function ViewSwitch({ view }: { view: 'hall' | 'map' }) {
  const { t } = useTexts();
  return (
    <nav className="segmented push" aria-label={t('hall.view')}>
      {(['hall', 'map'] as const).map((kind) => (
        <a key={kind} href={hrefOf({ kind })} aria-current={kind === view ? 'page' : undefined}>
          <Glyph name={kind === 'hall' ? 'list-bullets' : 'map-trifold'} /> {t(`hall.views.${kind}`)}
        </a>
      ))}
    </nav>
  );
}
