import type { PortfolioShare } from '@bloomvale/shared/protocol/lending-views';
import { type CSSProperties, useId } from 'react';
import { Gloss } from '../../parts/gloss.tsx';
import { ScrollTable } from '../../parts/scroll-table.tsx';
import { useTexts } from '../../use-texts.ts';

type Props = {
  readonly title: string;
  readonly shares: readonly PortfolioShare[];
  readonly name: (share: PortfolioShare) => string;
};

/** Bars beyond these stand in the table only. */
const MOST_BARS = 6;
const PPM = 1_000_000;
/** From so much on one bad season can touch most of what is out: said in words, without alarm. */
const CONCENTRATED = 0.35;

/** Parts of all that was lent, with the average player's as a mark; every figure in a table below. */
export function Shares({ title, shares, name }: Props) {
  const { t, percent, coins, integer } = useTexts();
  const id = useId();
  const sorted = [...shares].sort((a, b) => b.lentPpm - a.lentPpm);
  const [first] = sorted;
  const share = (ppm: number): string => percent(Math.round(ppm / 10_000) / 100);
  const averages = shares.some(({ averagePpm }) => averagePpm !== null);
  return (
    <section className="box" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="share-bars">
        {sorted.slice(0, MOST_BARS).map((one) => (
          <li key={one.id}>
            <span>{name(one)}</span>
            <span className="share-bars__track" aria-hidden="true">
              <i style={{ width: `${(one.lentPpm / PPM) * 100}%` }} />
              {one.averagePpm === null ? null : (
                <b style={{ '--at': `${(one.averagePpm / PPM) * 100}%` } as CSSProperties} />
              )}
            </span>
            <span className="num">{share(one.lentPpm)}</span>
          </li>
        ))}
      </ul>
      <p className="hint">
        {averages ? `${t('shares.mark')} ` : ''}
        {first !== undefined && first.lentPpm / PPM >= CONCENTRATED
          ? t('shares.concentrated', { percent: share(first.lentPpm), name: name(first) })
          : t('shares.spread')}{' '}
        <Gloss term="spread" />
      </p>
      <details className="places">
        <summary>{t('chart.asTable')}</summary>
        <ScrollTable label={title} caption={title}>
          <thead>
            <tr>
              <th scope="col">{title}</th>
              {(['loans', 'lent', 'out', 'late', 'lost', 'share', 'average'] as const).map((column) => (
                <th key={column} scope="col" className="n">
                  {t(`shares.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.map((one) => (
              <tr key={one.id}>
                <th scope="row">{name(one)}</th>
                <td className="n">{integer(one.loans)}</td>
                <td className="n">{coins(one.lent)}</td>
                <td className="n">{coins(one.outstanding)}</td>
                <td className="n">{coins(one.late)}</td>
                <td className="n">{coins(one.lost)}</td>
                <td className="n">{share(one.lentPpm)}</td>
                <td className="n">{one.averagePpm === null ? '' : share(one.averagePpm)}</td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      </details>
    </section>
  );
}
