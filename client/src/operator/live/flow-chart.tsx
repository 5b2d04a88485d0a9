import { AxisLeft } from '@visx/axis';
import { scaleLinear } from '@visx/scale';
import { Bar, Line } from '@visx/shape';
import { ChartFrame } from '../../ui/lending/charts/chart-frame.tsx';
import { useWords } from '../i18n/use-words.ts';
import { textPx, widestPx } from '../release/charts/chart-measures.ts';
import { type Flow, madeIn, unmadeIn } from './flows.ts';

const HEIGHT = 230;
const TOP = 14;
const FOOT = 40;
const GAP = 8;
const WIDEST_BAR = 40;
const OUTLINE = 2.5;
/** Between two words of the axis, px. */
const CLEAR_PX = 14;

/** Coins made above the line, coins unmade below it, a pair of bars a stretch of time. */
export function FlowChart({ flows }: { flows: readonly Flow[] }) {
  const { t, coins, integer, at, date } = useWords();
  const most = Math.max(...flows.flatMap((flow) => [madeIn(flow), unmadeIn(flow)]), 1);
  const name = (flow: Flow): string => (flow.to - flow.from < 86_400_000 ? at(flow.from) : date(flow.from));
  const whole = (minor: number): string => integer(Math.round(minor / 100));
  const y = scaleLinear<number>({ domain: [-most, most], range: [HEIGHT - FOOT, TOP], nice: 4 });
  const ticks = y.ticks(5);
  const left = Math.ceil(widestPx(ticks.map(whole))) + GAP;
  const first = flows[0];
  if (first === undefined) return <p className="muted">{t('live.noFlows')}</p>;
  const made = flows.reduce((sum, flow) => sum + madeIn(flow), 0);
  const unmade = flows.reduce((sum, flow) => sum + unmadeIn(flow), 0);
  return (
    <ChartFrame
      label={t('live.flowsLabel', { made: coins(made), unmade: coins(unmade) })}
      height={() => HEIGHT}
      table={{
        caption: t('live.flows'),
        head: [t('live.from'), t('live.made'), t('live.unmade')],
        rows: flows.map((flow) => [name(flow), coins(madeIn(flow)), coins(unmadeIn(flow))]),
      }}
    >
      {(width) => {
        const x = scaleLinear<number>({ domain: [0, flows.length], range: [left, width - GAP] });
        const room = x(1) - x(0);
        const bar = Math.min(WIDEST_BAR, room * 0.56);
        const every = Math.max(1, Math.ceil((textPx(name(first)) + CLEAR_PX) / room));
        return (
          <>
            {ticks.map((value) => (
              <Line key={value} className="grid" from={{ x: left, y: y(value) }} to={{ x: width - GAP, y: y(value) }} />
            ))}
            <AxisLeft
              scale={y}
              left={left - GAP + 2}
              tickValues={ticks}
              tickFormat={(value) => whole(Number(value))}
              hideAxisLine
              hideTicks
              tickLabelProps={{ className: 'chart__tick', textAnchor: 'end', dy: 4 }}
            />
            {flows.map((flow, i) => {
              const from = x(i + 0.5) - bar / 2;
              const down = y(-unmadeIn(flow)) - y(0);
              return (
                <g key={flow.from}>
                  <Bar
                    x={from}
                    y={y(madeIn(flow))}
                    width={bar}
                    height={y(0) - y(madeIn(flow))}
                    rx={3}
                    fill="var(--c-live)"
                  />
                  {down < 1 ? null : (
                    <rect
                      x={from + OUTLINE / 2}
                      y={y(0) + OUTLINE / 2}
                      width={Math.max(1, bar - OUTLINE)}
                      height={Math.max(0.5, down - OUTLINE)}
                      rx={2}
                      fill="var(--card)"
                      stroke="var(--c-draft)"
                      strokeWidth={OUTLINE}
                    />
                  )}
                  {i % every === 0 ? (
                    <text x={x(i + 0.5)} y={HEIGHT - FOOT + 20} textAnchor="middle">
                      {name(flow)}
                    </text>
                  ) : null}
                </g>
              );
            })}
            <Line className="axis" from={{ x: left, y: y(0) }} to={{ x: width - GAP, y: y(0) }} />
          </>
        );
      }}
    </ChartFrame>
  );
}
