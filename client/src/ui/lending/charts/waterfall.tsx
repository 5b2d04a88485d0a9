import { AxisBottom } from '@visx/axis';
import { scaleLinear } from '@visx/scale';
import { Bar, Line } from '@visx/shape';
import type { FigureTableProps } from '../../parts/figure-table.tsx';
import { ChartFrame } from './chart-frame.tsx';

export type WaterfallStep = {
  readonly key: string;
  readonly name: string;
  /** Where the bar begins and ends, percent; a total begins at 0. */
  readonly from: number;
  readonly to: number;
  readonly total: boolean;
  /** What stands beside the bar. */
  readonly text: string;
};
type Props = {
  readonly steps: readonly WaterfallStep[];
  readonly label: string;
  readonly table: FigureTableProps;
  readonly caption: string;
  readonly tick: (percent: number) => string;
};

const NARROW = 520;
const NAMES_PX = 214;
const NUMBER_PX = 62;
const FOOT = 30;
const BAR = 18;

/** From a usual month to this one, cause by cause: filled raised the chance, outlined lowered it, totals stand on zero. */
export function Waterfall({ steps, label, table, caption, tick }: Props) {
  const row = (width: number): number => (width < NARROW ? 50 : 32);
  const most = Math.max(5, ...steps.flatMap(({ from, to }) => [from, to]));
  return (
    <ChartFrame label={label} table={table} caption={caption} height={(width) => steps.length * row(width) + FOOT}>
      {(width, height) => {
        const narrow = width < NARROW;
        const left = narrow ? 2 : NAMES_PX;
        const x = scaleLinear<number>({ domain: [0, most], range: [left, width - NUMBER_PX], nice: 4 });
        const ticks = x.ticks(narrow ? 3 : 5);
        return (
          <>
            {ticks.map((value) => (
              <Line key={value} className="grid" from={{ x: x(value), y: 0 }} to={{ x: x(value), y: height - FOOT }} />
            ))}
            {steps.map((step, i) => (
              <Step key={step.key} step={step} x={x} y={i * row(width) + row(width) - BAR - 5} narrow={narrow} />
            ))}
            <AxisBottom
              scale={x}
              top={height - FOOT}
              tickValues={ticks}
              tickFormat={(value) => tick(Number(value))}
              hideTicks
              axisLineClassName="axis"
              tickLabelProps={{ className: 'chart__tick', textAnchor: 'middle' }}
            />
          </>
        );
      }}
    </ChartFrame>
  );
}

type StepProps = { step: WaterfallStep; x: (value: number) => number; y: number; narrow: boolean };

function Step({ step, x, y, narrow }: StepProps) {
  const { from, to, total } = step;
  const up = to >= from;
  const [a, b] = [x(Math.min(from, to)), x(Math.max(from, to))];
  const colour = total ? 'var(--ink-2)' : up ? 'var(--c-draft)' : 'var(--c-live)';
  return (
    <>
      <text className="strong" x={0} y={narrow ? y - 6 : y + BAR - 4}>
        {step.name}
      </text>
      <Bar
        x={a}
        y={y}
        width={Math.max(3, b - a)}
        height={BAR}
        rx={3}
        fill={total || up ? colour : 'var(--card)'}
        stroke={colour}
        strokeWidth={2.5}
      />
      <text className="strong" x={b + 8} y={y + BAR - 4}>
        {step.text}
      </text>
    </>
  );
}
