import { AxisLeft } from '@visx/axis';
import { scaleLinear } from '@visx/scale';
import { Bar, Line } from '@visx/shape';
import { ChartFrame } from '../../../ui/lending/charts/chart-frame.tsx';
import type { FigureTableProps } from '../../../ui/parts/figure-table.tsx';
import type { LossStep } from '../view/loss-spread.ts';
import { textPx, widestPx } from './chart-measures.ts';

type Props = {
  readonly steps: readonly LossStep[];
  readonly tick: (share: number) => string;
  /** A bound on the axis, without its unit: "3". */
  readonly bound: (share: number) => string;
  readonly xTitle: string;
  readonly label: string;
  readonly table: FigureTableProps;
};

const HEIGHT = 214;
const TOP = 10;
const FOOT = 46;
const GAP = 8;
const OUTLINE = 2.5;
/** Between two words of the axis, px. */
const CLEAR_PX = 12;
const WIDEST_BAR = 22;

/** In how many runs how much was lost: live in filled bars, the draft in outlined ones beside them. */
export function LossChart({ steps, tick, bound, xTitle, label, table }: Props) {
  const most = Math.max(...steps.flatMap(({ live, draft }) => [live, draft]));
  const y = scaleLinear<number>({ domain: [0, most], range: [HEIGHT - FOOT, TOP], nice: 3 });
  const yTicks = y.ticks(3);
  const left = Math.ceil(widestPx(yTicks.map(tick))) + GAP;
  return (
    <ChartFrame label={label} table={table} height={() => HEIGHT}>
      {(width) => {
        const x = scaleLinear<number>({ domain: [0, steps.length], range: [left, width - GAP] });
        const room = x(1) - x(0);
        const bar = Math.min(WIDEST_BAR, room * 0.36);
        const every = Math.ceil((textPx(bound(steps.at(-1)?.from ?? 0)) + CLEAR_PX) / room);
        const foot = HEIGHT - FOOT;
        return (
          <>
            {yTicks.map((value) => (
              <Line key={value} className="grid" from={{ x: left, y: y(value) }} to={{ x: width - GAP, y: y(value) }} />
            ))}
            <AxisLeft
              scale={y}
              left={left - GAP + 2}
              tickValues={yTicks}
              tickFormat={(value) => tick(Number(value))}
              hideAxisLine
              hideTicks
              tickLabelProps={{ className: 'chart__tick', textAnchor: 'end', dy: 4 }}
            />
            {steps.map((step, i) => {
              const middle = x(i + 0.5);
              return (
                <g key={step.from}>
                  <Bar
                    x={middle - bar - 1}
                    y={y(step.live)}
                    width={bar}
                    height={foot - y(step.live)}
                    fill="var(--c-live)"
                  />
                  <Outlined x={middle + 1} y={y(step.draft)} width={bar} foot={foot} />
                </g>
              );
            })}
            <Line className="axis" from={{ x: left, y: foot }} to={{ x: width - GAP, y: foot }} />
            {steps.map((step, i) =>
              i % every === 0 ? (
                <text key={step.from} x={x(i)} y={foot + 18} textAnchor="middle">
                  {bound(step.from)}
                </text>
              ) : null,
            )}
            <text x={(left + width) / 2} y={HEIGHT - 6} textAnchor="middle">
              {xTitle}
            </text>
          </>
        );
      }}
    </ChartFrame>
  );
}

/** A step without a run has no outline: a flat box would look like a few runs. */
function Outlined({ x, y, width, foot }: { x: number; y: number; width: number; foot: number }) {
  if (foot - y <= 0) return null;
  const inset = Math.min(OUTLINE / 2, (foot - y) / 2);
  return (
    <rect
      x={x + OUTLINE / 2}
      y={y + inset}
      width={Math.max(1, width - OUTLINE)}
      height={Math.max(0.5, foot - y - inset)}
      fill="var(--card)"
      stroke="var(--c-draft)"
      strokeWidth={OUTLINE}
    />
  );
}
