import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { Glyph } from '../../parts/icon.tsx';
import { useTexts } from '../../use-texts.ts';

export type ChartTable = {
  readonly caption: string;
  /** Column heads; the first names the rows, the others hold figures. */
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

type Props = {
  /** The finding with its numbers, for whoever does not see the picture. */
  readonly label: string;
  /** Height for a width, CSS px. */
  readonly height: (width: number) => number;
  readonly table: ChartTable;
  readonly children: (width: number, height: number) => ReactNode;
  /** Below the chart: legend and what it means. */
  readonly caption?: ReactNode;
};

/** A chart drawn at the width it has, never scaled, and the same figures as a table one press away. */
export function ChartFrame({ label, height, table, children, caption }: Props) {
  const { t } = useTexts();
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const [asTable, setAsTable] = useState(false);
  useLayoutEffect(() => {
    const { current } = frame;
    if (current === null) return;
    const observer = new ResizeObserver(() => setWidth(Math.floor(current.clientWidth)));
    setWidth(Math.floor(current.clientWidth));
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  const high = height(width);
  return (
    <figure className="chart-figure">
      <div ref={frame}>
        {asTable ? (
          <Figures table={table} />
        ) : width === 0 ? null : (
          <svg
            className="chart"
            width={width}
            height={high}
            viewBox={`0 0 ${width} ${high}`}
            role="img"
            aria-label={label}
          >
            {children(width, high)}
          </svg>
        )}
      </div>
      {caption === undefined ? null : <figcaption>{caption}</figcaption>}
      <Button look="quiet" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
        <Glyph name={asTable ? 'chart-bar' : 'list-bullets'} /> {asTable ? t('chart.asChart') : t('chart.asTable')}
      </Button>
    </figure>
  );
}

function Figures({ table: { caption, head, rows } }: { table: ChartTable }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="scroll-x" tabIndex={0} aria-label={caption}>
      <table className="table">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {head.map((name, i) => (
              <th key={name} scope="col" className={i === 0 ? undefined : 'n'}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name = '', ...cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, i) => (
                // Cells of a row have a fixed order and no name of their own.
                // biome-ignore lint/suspicious/noArrayIndexKey: see above
                <td key={i} className="n">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
