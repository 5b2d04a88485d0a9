import { HALL_SORTS, type HallSort } from '@bloomvale/shared/lending/hall-index-query';
import { useId } from 'react';
import { useTexts } from '../../use-texts.ts';

export function SortField({ sort, onChange }: { sort: HallSort; onChange: (sort: HallSort) => void }) {
  const { t } = useTexts();
  const id = useId();
  return (
    <div className="field field--row">
      <label htmlFor={id}>{t('hall.sortBy')}</label>
      <select
        className="select"
        id={id}
        value={sort}
        onChange={(event) => onChange(HALL_SORTS.find((known) => known === event.target.value) ?? sort)}
      >
        {HALL_SORTS.map((known) => (
          <option key={known} value={known}>
            {t(`hall.sort.${known}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
