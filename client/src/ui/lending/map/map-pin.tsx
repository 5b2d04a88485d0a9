import { portraitFile } from '@bloomvale/assets/frames';
import type { LoanCard } from '@bloomvale/shared/protocol/views';
import type { CSSProperties } from 'react';
import type { Texts } from '../../../i18n/texts.ts';
import { GENERATED, Glyph } from '../../parts/icon.tsx';
import { useTexts } from '../../use-texts.ts';
import type { Cluster } from './clusters.ts';
import { MAP_HEIGHT, MAP_WIDTH } from './projection.ts';

type Props = { readonly mark: Cluster; readonly chosen: boolean; readonly onChoose: () => void };

const placeOf = ({ x, y }: Cluster): CSSProperties => ({
  left: `${(x / MAP_WIDTH) * 100}%`,
  top: `${(y / MAP_HEIGHT) * 100}%`,
});

const isLate = (loan: LoanCard): boolean => ((loan as { daysPastDue?: number }).daysPastDue ?? 0) > 0;

function nameOf(loan: LoanCard, { t, percent, country }: Texts): string {
  const where = country(loan.country);
  if (loan.state !== 'fundraising') {
    return t(isLate(loan) ? 'map.pinLate' : 'map.pinMine', { name: loan.name, country: where });
  }
  const share = percent(Math.round((loan.raised / loan.amount) * 100) / 100);
  return t('map.pin', { name: loan.name, country: where, percent: share });
}

/** A loan where it is: the ring is the share raised, a gold ring is yours. Several that would overlap are a number. */
export function MapPin({ mark, chosen, onChoose }: Props) {
  const texts = useTexts();
  const [first] = mark.pins;
  if (first === undefined) return null;
  if (mark.pins.length > 1) {
    return (
      <button
        type="button"
        className="map-pin map-pin--many"
        style={placeOf(mark)}
        aria-pressed={chosen}
        aria-label={texts.t('map.pins', {
          count: mark.pins.length,
          names: mark.pins.map(({ loan }) => loan.shortName).join(', '),
        })}
        onClick={onChoose}
      >
        {mark.pins.length}
      </button>
    );
  }
  const { loan } = first;
  const mine = loan.state !== 'fundraising';
  const style = { ...placeOf(mark), '--raised': `${Math.round((loan.raised / loan.amount) * 100)}%` } as CSSProperties;
  return (
    <button
      type="button"
      className={`map-pin${mine ? ' map-pin--mine' : ''}`}
      style={style}
      aria-pressed={chosen}
      aria-label={nameOf(loan, texts)}
      onClick={onChoose}
    >
      <img src={`${GENERATED}/${portraitFile(loan.entrepreneur, false)}`} width={36} height={36} alt="" />
      {mine ? (
        <span className={`map-pin__badge${isLate(loan) ? ' map-pin__badge--late' : ''}`}>
          <Glyph name={isLate(loan) ? 'clock' : 'check'} size="s" />
        </span>
      ) : null}
    </button>
  );
}
