import { HALL_SORTS, type HallSort } from '@bloomvale/shared/lending/hall-index-query';
import { useId } from 'react';
import { Select } from '../../parts/select.tsx';
import { useTexts } from '../../use-texts.ts';

export function SortField({ sort, onChange }: { sort: HallSort; onChange: (sort: HallSort) => void }) {
  const { t } = useTexts();
  const id = useId();
  const options = HALL_SORTS.map((value) => ({ value, label: t(`hall.sort.${value}`) }));
  return (
    <div className="field field--row">
      <label htmlFor={id}>{t('hall.sortBy')}</label>
      <Select id={id} value={sort} options={options} onChange={onChange} />
    </div>
  );
}
