import { useId } from 'react';
import { useTexts } from '../../use-texts.ts';
import { SORTS, type Sort } from './hall-query.ts';

export function SortField({ sort, onChange }: { sort: Sort; onChange: (sort: Sort) => void }) {
  const { t } = useTexts();
  const id = useId();
  return (
    <div className="field field--row">
      <label htmlFor={id}>{t('hall.sortBy')}</label>
      <select
        className="select"
        id={id}
        value={sort}
        onChange={(event) => onChange(SORTS.find((known) => known === event.target.value) ?? sort)}
      >
        {SORTS.map((known) => (
          <option key={known} value={known}>
            {t(`hall.sort.${known}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
