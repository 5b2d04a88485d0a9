import { SECTORS } from '@bloomvale/shared/content/lending';
import { HALL_GENDERS } from '@bloomvale/shared/lending/hall-index';
import type { LoanCard } from '@bloomvale/shared/protocol/views';
import { useMemo } from 'react';
import { Button } from '../../parts/button.tsx';
import { Field } from '../../parts/field.tsx';
import { Modal } from '../../parts/modal.tsx';
import { Segmented } from '../../parts/segmented.tsx';
import { Slider } from '../../parts/slider.tsx';
import { useTexts } from '../../use-texts.ts';
import { CheckList, type CheckOption } from './check-list.tsx';
import {
  EVERYTHING,
  type HallQuery,
  LEAST_RATING,
  MOST_COST,
  MOST_LEFT,
  MOST_MONTHS,
  MOST_RATING,
  SIZES,
} from './hall-query.ts';
import { genderOf } from './hall-rows.ts';

type Props = {
  readonly query: HallQuery;
  readonly onChange: (query: HallQuery) => void;
  readonly loans: readonly LoanCard[];
  readonly className?: string;
};

/** Options shown before "more": the column stays shorter than three cards. */
const FIRST_SECTORS = 6;
const FIRST_COUNTRIES = 5;
const LEFT_STEP = 50;

/** How many loans stand under each key. */
function tally<K extends string>(loans: readonly LoanCard[], key: (loan: LoanCard) => K): ReadonlyMap<K, number> {
  const counts = new Map<K, number>();
  for (const loan of loans) counts.set(key(loan), (counts.get(key(loan)) ?? 0) + 1);
  return counts;
}

const byCount = <V extends string>(options: readonly CheckOption<V>[]): readonly CheckOption<V>[] =>
  [...options].sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));

/** Filters apply at once. */
export function Filters(props: Props) {
  const { query, onChange, className } = props;
  const { t } = useTexts();
  return (
    <form className={className} aria-label={t('hall.filters')} onSubmit={(event) => event.preventDefault()}>
      <Field
        label={t('hall.search')}
        type="search"
        maxLength={40}
        placeholder={t('hall.searchHint')}
        value={query.text}
        onChange={(event) => onChange({ ...query, text: event.target.value })}
      />
      <Choices {...props} />
      <Limits query={query} onChange={onChange} />
      <label className="check">
        <input
          type="checkbox"
          checked={query.hideMine}
          onChange={(event) => onChange({ ...query, hideMine: event.target.checked })}
        />
        {t('hall.hideMine')}
      </label>
    </form>
  );
}

function Choices({ query, onChange, loans }: Props) {
  const { t, country } = useTexts();
  const sectors = useMemo(() => {
    const counts = tally(loans, (loan) => loan.sector);
    return byCount(SECTORS.map((value) => ({ value, label: t(`sector.${value}`), count: counts.get(value) ?? 0 })));
  }, [loans, t]);
  const countries = useMemo(() => {
    const counts = new Map(tally(loans, (loan) => loan.country));
    // One that was asked for stays to be taken away, even when nobody of it is listed now.
    for (const code of query.countries) counts.set(code, counts.get(code) ?? 0);
    return byCount([...counts].map(([value, count]) => ({ value, label: country(value), count })));
  }, [loans, query.countries, country]);
  const genders = useMemo(() => {
    const counts = tally(loans, genderOf);
    return HALL_GENDERS.map((value) => ({ value, label: t(`hall.gender.${value}`), count: counts.get(value) ?? 0 }));
  }, [loans, t]);
  return (
    <>
      <CheckList
        legend={t('hall.sector')}
        options={sectors}
        chosen={query.sectors}
        onChange={(chosen) => onChange({ ...query, sectors: SECTORS.filter((sector) => chosen.includes(sector)) })}
        first={FIRST_SECTORS}
        more={(count) => t('hall.moreSectors', { count })}
      />
      <CheckList
        legend={t('hall.country')}
        options={countries}
        chosen={query.countries}
        onChange={(chosen) => onChange({ ...query, countries: [...chosen].sort() })}
        first={FIRST_COUNTRIES}
        more={(count) => t('hall.moreCountries', { count })}
      />
      <CheckList
        legend={t('hall.borrowers')}
        options={genders}
        chosen={query.genders}
        onChange={(chosen) => onChange({ ...query, genders: HALL_GENDERS.filter((one) => chosen.includes(one)) })}
      />
      <fieldset>
        <legend className="label">{t('hall.size')}</legend>
        <Segmented
          label={t('hall.size')}
          value={query.size ?? 'any'}
          options={(['any', ...SIZES] as const).map((value) => ({ value, label: t(`hall.sizes.${value}`) }))}
          onChange={(value) => onChange({ ...query, size: value === 'any' ? null : value })}
        />
      </fieldset>
    </>
  );
}

function Limits({ query, onChange }: Pick<Props, 'query' | 'onChange'>) {
  const { t, decimal } = useTexts();
  const { cost, months, rating, left } = query;
  const score = (value: number): string => decimal(value, Number.isInteger(value) ? 0 : 1);
  return (
    <>
      <Slider
        label={t('hall.cost')}
        value={cost ?? MOST_COST}
        text={cost === null ? t('hall.any') : t('hall.upToPercent', { percent: cost })}
        min={5}
        max={MOST_COST}
        step={5}
        onChange={(value) => onChange({ ...query, cost: value >= MOST_COST ? null : value })}
      />
      <Slider
        label={t('hall.length')}
        value={months ?? MOST_MONTHS}
        text={months === null ? t('hall.any') : t('hall.upToMonths', { count: months })}
        min={1}
        max={MOST_MONTHS}
        step={1}
        onChange={(value) => onChange({ ...query, months: value >= MOST_MONTHS ? null : value })}
      />
      <Slider
        label={t('hall.rating')}
        value={rating ?? LEAST_RATING}
        text={rating === null ? t('hall.any') : t('hall.atLeast', { score: score(rating) })}
        min={LEAST_RATING}
        max={MOST_RATING}
        step={0.5}
        onChange={(value) => onChange({ ...query, rating: value <= LEAST_RATING ? null : value })}
      />
      <Slider
        label={t('hall.left')}
        value={left ?? MOST_LEFT}
        text={left === null ? t('hall.any') : t('hall.upToCoins', { amount: left })}
        min={LEFT_STEP}
        max={MOST_LEFT}
        step={LEFT_STEP}
        onChange={(value) => onChange({ ...query, left: value >= MOST_LEFT ? null : value })}
      />
    </>
  );
}

/** The same filters on a phone. */
export function FilterSheet(props: Props & { readonly count: number; readonly onClose: () => void }) {
  const { t } = useTexts();
  const { count, onClose, ...filters } = props;
  return (
    <Modal title={t('hall.filters')} onClose={onClose}>
      <Filters {...filters} className="filters filters--sheet" />
      <div className="row row--wrap dialog__foot">
        <Button look="primary" onClick={onClose}>
          {t('hall.show', { count })}
        </Button>
        <Button onClick={() => props.onChange({ ...EVERYTHING, sort: props.query.sort })}>{t('hall.showAll')}</Button>
      </div>
    </Modal>
  );
}
