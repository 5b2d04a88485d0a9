import { actions } from '../../../store/actions.ts';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { keepFocus } from '../../use-focus-home.ts';
import { useTexts } from '../../use-texts.ts';
import { filterText } from './filter-chips.tsx';
import { EVERYTHING, type HallQuery, widening } from './hall-query.ts';

type Props = {
  readonly query: HallQuery;
  /** Nothing is listed at all, whatever the filters say. */
  readonly none: boolean;
  readonly count: (query: HallQuery) => number;
  readonly onChange: (query: HallQuery) => void;
};

/** What is empty, the nearest thing that is not, and one press to it. */
export function NoLoans({ query, none, count, onChange }: Props) {
  const texts = useTexts();
  const { t } = texts;
  if (none) {
    return (
      <div className="empty">
        <Icon name="seedling" size={44} />
        <h3>{t('hall.none')}</h3>
        <p className="muted">{t('hall.noneBody')}</p>
        <Button onClick={() => void actions().loadHall()}>{t('common.retry')}</Button>
      </div>
    );
  }
  const way = widening(query, count);
  const show = (next: HallQuery): void => {
    onChange(next);
    keepFocus();
  };
  return (
    <div className="empty">
      <Icon name="seedling" size={44} />
      <h3>{t('hall.noMatch')}</h3>
      <p className="muted">
        {way === null
          ? t('hall.noMatchBody')
          : t('hall.nearest', { count: way.count, filter: filterText(query, way.without, texts) })}
      </p>
      <div className="row row--wrap empty__acts">
        {way === null ? null : (
          <Button look="primary" onClick={() => show(way.query)}>
            {t('hall.showThese', { count: way.count })}
          </Button>
        )}
        <Button onClick={() => show({ ...EVERYTHING, sort: query.sort })}>{t('hall.showAll')}</Button>
      </div>
    </div>
  );
}
