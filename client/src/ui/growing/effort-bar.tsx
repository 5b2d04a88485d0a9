import type { CSSProperties } from 'react';
import { useTexts } from '../use-texts.ts';

type Props = {
  /** What instalments would take of the takings, in percent. */
  readonly percent: number;
  /** From here on the fund warns. */
  readonly caution: number;
  /** Above this it refuses. */
  readonly limit: number;
};

/** The scale ends at this many times the limit, so that what is refused has a width too. */
const BEYOND = 1.5;

/** Whether an instalment fits what the stall takes: one mark on a scale of three zones, with the two borders in figures. */
export function EffortBar({ percent, caution, limit }: Props) {
  const { t, integer } = useTexts();
  const end = limit * BEYOND;
  const at = (value: number): string => `${(Math.min(value, end) / end) * 100}%`;
  const places = { '--here': at(percent), '--caution-at': at(caution), '--limit-at': at(limit) } as CSSProperties;
  const figures = { percent: integer(percent), caution: integer(caution), limit: integer(limit) };
  return (
    <figure className="effort">
      <figcaption className="effort__title">{t('borrow.effort.title')}</figcaption>
      <div className="effort__scale" role="img" aria-label={t('borrow.effort.label', figures)} style={places}>
        <b className="effort__here">{t('borrow.effort.here', figures)}</b>
        <i className="effort__bar" />
        <span className="effort__caution">{t('borrow.percent', { percent: figures.caution })}</span>
        <span className="effort__limit">{t('borrow.percent', { percent: figures.limit })}</span>
      </div>
      <ul className="legend" aria-hidden="true">
        <li>
          <span className="effort__key effort__key--easy" /> {t('borrow.effort.easy')}
        </li>
        <li>
          <span className="effort__key effort__key--care" /> {t('borrow.effort.care')}
        </li>
        <li>
          <span className="effort__key effort__key--refused" /> {t('borrow.effort.refused')}
        </li>
      </ul>
    </figure>
  );
}
