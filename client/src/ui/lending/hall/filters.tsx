import { SECTORS, type Sector } from '@bloomvale/shared/content/lending';
import type { LoanCard } from '@bloomvale/shared/protocol/views';
import { useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { Field } from '../../parts/field.tsx';
import { Glyph } from '../../parts/icon.tsx';
import { Modal } from '../../parts/modal.tsx';
import { Slider } from '../../parts/slider.tsx';
import { useTexts } from '../../use-texts.ts';
import { EVERYTHING, type HallQuery, MOST_COST, MOST_MONTHS } from './hall-query.ts';

type Props = {
  readonly query: HallQuery;
  readonly onChange: (query: HallQuery) => void;
  readonly loans: readonly LoanCard[];
  readonly className?: string;
};

/** Sectors shown before "more": the column stays shorter than two cards. */
const FIRST_SECTORS = 6;

/** Filters apply at once; the count beside each is what the whole list holds. */
export function Filters({ query, onChange, loans, className }: Props) {
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
      <SectorChecks query={query} onChange={onChange} loans={loans} />
      <Slider
        label={t('hall.cost')}
        value={query.cost ?? MOST_COST}
        text={query.cost === null ? t('hall.any') : t('hall.upToPercent', { percent: query.cost })}
        min={5}
        max={MOST_COST}
        step={5}
        onChange={(cost) => onChange({ ...query, cost: cost >= MOST_COST ? null : cost })}
      />
      <Slider
        label={t('hall.length')}
        value={query.months ?? MOST_MONTHS}
        text={query.months === null ? t('hall.any') : t('hall.upToMonths', { count: query.months })}
        min={1}
        max={MOST_MONTHS}
        step={1}
        onChange={(months) => onChange({ ...query, months: months >= MOST_MONTHS ? null : months })}
      />
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

function SectorChecks({ query, onChange, loans }: Props) {
  const { t, integer } = useTexts();
  const [all, setAll] = useState(false);
  const counts = new Map<Sector, number>();
  for (const loan of loans) counts.set(loan.sector, (counts.get(loan.sector) ?? 0) + 1);
  const sorted = [...SECTORS].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  const shown = all ? sorted : sorted.filter((sector, i) => i < FIRST_SECTORS || query.sectors.includes(sector));
  const toggle = (sector: Sector, on: boolean): void =>
    onChange({
      ...query,
      sectors: on ? [...query.sectors, sector] : query.sectors.filter((other) => other !== sector),
    });
  return (
    <fieldset>
      <legend className="label">{t('hall.sector')}</legend>
      {shown.map((sector) => (
        <label key={sector} className="check">
          <input
            type="checkbox"
            checked={query.sectors.includes(sector)}
            onChange={(event) => toggle(sector, event.target.checked)}
          />
          {t(`sector.${sector}`)} <span className="count">{integer(counts.get(sector) ?? 0)}</span>
        </label>
      ))}
      {shown.length < sorted.length ? (
        <Button look="quiet" onClick={() => setAll(true)}>
          {t('hall.moreSectors', { count: sorted.length - shown.length })}
        </Button>
      ) : null}
    </fieldset>
  );
}

type Chip = { readonly label: string; readonly without: HallQuery };

/** What narrows the list, each removable by itself. */
export function FilterChips({ query, onChange }: Pick<Props, 'query' | 'onChange'>) {
  const { t } = useTexts();
  const chips: Chip[] = [];
  if (query.text !== '')
    chips.push({ label: t('hall.chip.text', { text: query.text }), without: { ...query, text: '' } });
  if (query.sectors.length > 0) {
    const [only] = query.sectors;
    const label =
      query.sectors.length === 1 && only !== undefined
        ? t(`sector.${only}`)
        : t('hall.chip.sectors', { count: query.sectors.length });
    chips.push({ label, without: { ...query, sectors: [] } });
  }
  if (query.cost !== null) {
    chips.push({ label: t('hall.chip.cost', { percent: query.cost }), without: { ...query, cost: null } });
  }
  if (query.months !== null) {
    chips.push({ label: t('hall.chip.months', { count: query.months }), without: { ...query, months: null } });
  }
  if (query.hideMine) chips.push({ label: t('hall.chip.mine'), without: { ...query, hideMine: false } });
  if (chips.length === 0) return null;
  return (
    <ul className="row row--wrap chips">
      {chips.map((chip) => (
        <li key={chip.label}>
          <button
            type="button"
            className="chip chip--remove"
            aria-label={t('hall.chip.remove', { filter: chip.label })}
            onClick={() => onChange(chip.without)}
          >
            {chip.label} <Glyph name="x" size="s" />
          </button>
        </li>
      ))}
    </ul>
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
