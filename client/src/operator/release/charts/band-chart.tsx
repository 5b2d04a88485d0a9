import { AxisBottom, AxisLeft } from '@visx/axis';
import { scaleLinear } from '@visx/scale';
import { Area, Bar, Line, LinePath } from '@visx/shape';
import { ChartFrame } from '../../../ui/lending/charts/chart-frame.tsx';
import type { FigureTableProps } from '../../../ui/parts/figure-table.tsx';
import {
  type Allowed,
  apart,
  type BandPoint,
  lastPoint,
  type MonthRow,
  stretches,
  valueDomain,
} from '../view/band-series.ts';
import { monthTicks, textPx, widestPx } from './chart-measures.ts';

export type BandSide = {
  readonly rows: readonly MonthRow[];
  /** What stands beside the end of its line: "8.3% draft". */
  readonly end: string;
};
type Props = {
  readonly live: BandSide;
  readonly draft: BandSide;
  readonly allowed: Allowed | null;
  readonly fromZero: boolean;
  /** `most`: the largest on the axis. */
  readonly tick: (value: number, most: number) => string;
  readonly xTitle: string;
  /** The finding with its numbers. */
  readonly label: string;
  readonly table: FigureTableProps;
  /** Instead of the chart when neither side has a month to draw. */
  readonly nothing: string;
};
type Scale = (value: number) => number;

const HEIGHT = 214;
const TOP = 10;
const FOOT = 46;
const GAP = 8;
const WORDS_HIGH = 17;
const MARK = 5;

/** Median and nine runs of ten, month by month: live is solid and ends in a disc, the draft dashed and ends in a square. */
export function BandChart({ live, draft, allowed, fromZero, tick, xTitle, label, table, nothing }: Props) {
  const domain = valueDomain([live.rows, draft.rows], allowed, fromZero);
  if (domain === null) return <p className="muted">{nothing}</p>;
  const months = Math.max(live.rows.length, draft.rows.length);
  const y = scaleLinear<number>({ domain: [...domain], range: [HEIGHT - FOOT, TOP], nice: 4 });
  const yTicks = y.ticks(4);
  const written = (value: number): string => tick(value, yTicks.at(-1) ?? value);
  const left = Math.ceil(widestPx(yTicks.map(written))) + GAP;
  const right = Math.ceil(Math.max(textPx(live.end), textPx(draft.end))) + GAP + MARK;
  return (
    <ChartFrame label={label} table={table} height={() => HEIGHT}>
      {(width) => {
        const x = scaleLinear<number>({ domain: [0, months], range: [left, Math.max(left + 40, width - right)] });
        const end = x(months);
        return (
          <>
            {yTicks.map((value) => (
              <Line key={value} className="grid" from={{ x: left, y: y(value) }} to={{ x: end, y: y(value) }} />
            ))}
            <Zone allowed={allowed} y={y} left={left} right={end} />
            <AxisLeft
              scale={y}
              left={left - GAP + 2}
              tickValues={yTicks}
              tickFormat={(value) => written(Number(value))}
              hideAxisLine
              hideTicks
              tickLabelProps={{ className: 'chart__tick', textAnchor: 'end', dy: 4 }}
            />
            <AxisBottom
              scale={x}
              top={HEIGHT - FOOT}
              tickValues={monthTicks(months, 4)}
              tickFormat={(value) => String(value)}
              hideTicks
              axisLineClassName="axis"
              tickLabelProps={{ className: 'chart__tick', textAnchor: 'middle' }}
            />
            <text x={(left + end) / 2} y={HEIGHT - 6} textAnchor="middle">
              {xTitle}
            </text>
            <Side rows={live.rows} x={x} y={y} look="live" />
            <Side rows={draft.rows} x={x} y={y} look="draft" />
            <Ends live={live} draft={draft} x={x} y={y} />
          </>
        );
      }}
    </ChartFrame>
  );
}

type ZoneProps = { allowed: Allowed | null; y: Scale; left: number; right: number };

/** What is allowed is shaded, and its bounds are dotted; an open side has no line. */
function Zone({ allowed, y, left, right }: ZoneProps) {
  if (allowed === null || (allowed.least === null && allowed.most === null)) return null;
  const top = allowed.most === null ? TOP : y(allowed.most);
  const foot = allowed.least === null ? HEIGHT - FOOT : y(allowed.least);
  return (
    <>
      <Bar className="band__allowed" x={left} y={top} width={right - left} height={Math.max(0, foot - top)} />
      {[allowed.most, allowed.least].map((bound, i) =>
        bound === null ? null : (
          <Line
            key={i === 0 ? 'most' : 'least'}
            className="band__bound"
            from={{ x: left, y: y(bound) }}
            to={{ x: right, y: y(bound) }}
          />
        ),
      )}
    </>
  );
}

type Look = 'live' | 'draft';
const COLOURS: Readonly<Record<Look, string>> = { live: 'var(--c-live)', draft: 'var(--c-draft)' };

function Side({ rows, x, y, look }: { rows: readonly MonthRow[]; x: Scale; y: Scale; look: Look }) {
  const colour = COLOURS[look];
  const at = ({ month }: BandPoint): number => x(month);
  return stretches(rows).map((points) => (
    <g key={points[0]?.month}>
      <Area data={points} x={at} y0={({ low }) => y(low)} y1={({ high }) => y(high)} fill={colour} opacity={0.17} />
      <LinePath
        data={points}
        x={at}
        y={({ median }) => y(median)}
        stroke={colour}
        strokeWidth={3}
        strokeDasharray={look === 'draft' ? '8 5' : undefined}
        strokeLinejoin="round"
      />
      {points.length === 1 ? <Mark point={points[0] as BandPoint} x={x} y={y} look={look} /> : null}
    </g>
  ));
}

function Mark({ point, x, y, look }: { point: BandPoint; x: Scale; y: Scale; look: Look }) {
  const [cx, cy] = [x(point.month), y(point.median)];
  const shared = { fill: COLOURS[look], stroke: 'var(--card)', strokeWidth: 1.5 };
  return look === 'live' ? (
    <circle cx={cx} cy={cy} r={MARK + 0.5} {...shared} />
  ) : (
    <rect x={cx - MARK} y={cy - MARK} width={MARK * 2} height={MARK * 2} {...shared} />
  );
}

/** Marks and numbers at the ends of both lines, apart from each other. */
function Ends({ live, draft, x, y }: { live: BandSide; draft: BandSide; x: Scale; y: Scale }) {
  const [a, b] = [lastPoint(live.rows), lastPoint(draft.rows)];
  const [liveY, draftY] =
    a !== null && b !== null
      ? apart(y(a.median), y(b.median), WORDS_HIGH)
      : [a === null ? 0 : y(a.median), b === null ? 0 : y(b.median)];
  const words = (point: BandPoint): number => x(point.month) + GAP + 2;
  return (
    <>
      {a === null ? null : (
        <>
          <Mark point={a} x={x} y={y} look="live" />
          <text className="strong band__live" x={words(a)} y={liveY + 5}>
            {live.end}
          </text>
        </>
      )}
      {b === null ? null : (
        <>
          <Mark point={b} x={x} y={y} look="draft" />
          <text className="strong band__draft" x={words(b)} y={draftY + 5}>
            {draft.end}
          </text>
        </>
      )}
    </>
  );
}
