import type { Texts } from '../../../i18n/texts.ts';
import { Button } from '../../parts/button.tsx';
import { Glyph } from '../../parts/icon.tsx';
import { keepFocus } from '../../use-focus-home.ts';
import { useTexts } from '../../use-texts.ts';
import { activeFilters, EVERYTHING, type Filter, type HallQuery, without } from './hall-query.ts';

/** What a filter lets through, in a few words. */
export function filterText(query: HallQuery, filter: Filter, { t, country, decimal }: Texts): string {
  switch (filter) {
    case 'text':
      return t('hall.chip.text', { text: query.text });
    case 'sectors': {
      const [only] = query.sectors;
      if (query.sectors.length === 1 && only !== undefined) return t(`sector.${only}`);
      return t('hall.chip.sectors', { count: query.sectors.length });
    }
    case 'countries': {
      const [only] = query.countries;
      if (query.countries.length === 1 && only !== undefined) return country(only);
      return t('hall.chip.countries', { count: query.countries.length });
    }
    case 'genders':
      return query.genders.map((one) => t(`hall.gender.${one}`)).join(', ');
    case 'size':
      return t(`hall.sizes.${query.size ?? 'any'}`);
    case 'cost':
      return t('hall.chip.cost', { percent: query.cost });
    case 'months':
      return t('hall.chip.months', { count: query.months ?? 0 });
    case 'rating': {
      const rating = query.rating ?? 0;
      return t('hall.chip.rating', { score: decimal(rating, Number.isInteger(rating) ? 0 : 1) });
    }
    case 'left':
      return t('hall.chip.left', { amount: query.left });
    default:
      return t('hall.chip.mine');
  }
}

type Props = { readonly query: HallQuery; readonly onChange: (query: HallQuery) => void };

/** What narrows the list, each removable by itself, and all at once. */
export function FilterChips({ query, onChange }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const active = activeFilters(query);
  if (active.length === 0) return null;
  const change = (next: HallQuery): void => {
    onChange(next);
    keepFocus();
  };
  return (
    <ul className="row row--wrap chips" aria-label={t('hall.chip.label')}>
      {active.map((filter) => {
        const label = filterText(query, filter, texts);
        return (
          <li key={filter}>
            <button
              type="button"
              className="chip chip--remove"
              aria-label={t('hall.chip.remove', { filter: label })}
              onClick={() => change(without(query, filter))}
            >
              {label} <Glyph name="x" size="s" />
            </button>
          </li>
        );
      })}
      {active.length > 1 ? (
        <li>
          <Button look="quiet" onClick={() => change({ ...EVERYTHING, sort: query.sort })}>
            {t('hall.chip.all')}
          </Button>
        </li>
      ) : null}
    </ul>
  );
}
