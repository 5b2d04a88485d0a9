import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { FigureTable, type FigureTableProps } from '../../parts/figure-table.tsx';
import { Glyph } from '../../parts/icon.tsx';
import { useTexts } from '../../use-texts.ts';

type Props = {
  /** The finding with its numbers, for whoever does not see the picture. */
  readonly label: string;
  /** Height for a width, CSS px. */
  readonly height: (width: number) => number;
  readonly table: FigureTableProps;
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
          <FigureTable {...table} />
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
