import type { MonthLine, PortfolioReport } from '@bloomvale/shared/protocol/lending-views';
import { AxisBottom, AxisLeft } from '@visx/axis';
import { scaleBand, scaleLinear } from '@visx/scale';
import { Bar, Line } from '@visx/shape';
import { useId } from 'react';
import { useTexts } from '../../use-texts.ts';
import { ChartFrame } from '../charts/chart-frame.tsx';

const HEIGHT = 250;
const LEFT = 44;
const TOP = 22;
const FOOT = 34;
/** Months shown on each side of now: a phone has room for about ten bars. */
const PAST = 5;
const COMING = 7;
const WHISKER = 5;

const amountOf = (line: MonthLine, month: number): number => (line.month < month ? line.repaid : line.due);

/** Repayments by simulated month: solid came back, hatched is due if all pay, the whisker is where it ends up 90 times in 100. */
export function MonthsChart({ report }: { report: PortfolioReport }) {
  const { t, coins, integer } = useTexts();
  const id = useId();
  const moved = report.months.filter((line) => amountOf(line, report.month) > 0 || line.high > 0);
  // When everything lies long ago, the window goes back to the last months in which something came.
  const first = Math.min(report.month, moved.at(-1)?.month ?? report.month) - PAST;
  const lines = report.months.filter(({ month }) => month >= first && month <= first + PAST + COMING);
  if (moved.length === 0) return <p className="muted">{t('months.none')}</p>;
  const whole = (minor: number): string => coins(minor);
  const name = (line: MonthLine): string => t('months.month', { n: integer(line.month + 1) });
  const most = Math.max(100, ...lines.flatMap((line) => [amountOf(line, report.month), line.high]));
  const sum = (pick: (line: MonthLine) => number): number =>
    report.months.reduce((total, line) => total + pick(line), 0);
  const coming = lines.filter(({ month }) => month >= report.month);
  return (
    <ChartFrame
      label={t('months.label', {
        repaid: whole(sum(({ repaid }) => repaid)),
        due: whole(coming.reduce((total, line) => total + line.due, 0)),
        low: whole(coming.reduce((total, line) => total + line.low, 0)),
        high: whole(coming.reduce((total, line) => total + line.high, 0)),
      })}
      height={() => HEIGHT}
      table={{
        caption: t('months.title'),
        head: [t('months.column.month'), t('months.column.repaid'), t('months.column.due'), t('months.column.range')],
        rows: report.months.map((line) => [
          name(line),
          coins(line.repaid, 'exact'),
          coins(line.due, 'exact'),
          line.month < report.month ? '' : `${coins(line.low, 'exact')} – ${coins(line.high, 'exact')}`,
        ]),
      }}
      caption={<Legend />}
    >
      {(width) => {
        const x = scaleBand<number>({ domain: lines.map(({ month }) => month), range: [LEFT, width], padding: 0.34 });
        const y = scaleLinear<number>({ domain: [0, most], range: [HEIGHT - FOOT, TOP], nice: 3 });
        const bar = x.bandwidth();
        return (
          <>
            <defs>
              <pattern
                id={`${id}hatch`}
                width="7"
                height="7"
                patternUnits="userSpaceOnUse"
                patternTransform="rotate(45)"
              >
                <rect width="7" height="7" fill="var(--primary-soft)" />
                <rect width="3" height="7" fill="var(--c-repaid)" opacity=".55" />
              </pattern>
            </defs>
            <AxisLeft
              scale={y}
              left={LEFT - 6}
              numTicks={3}
              tickFormat={(value) => whole(Number(value))}
              hideAxisLine
              hideTicks
              tickLabelProps={{ className: 'chart__tick', textAnchor: 'end', dy: 4 }}
            />
            {y.ticks(3).map((value) => (
              <Line key={value} className="grid" from={{ x: LEFT, y: y(value) }} to={{ x: width, y: y(value) }} />
            ))}
            {lines.map((line) => {
              const past = line.month < report.month;
              const value = amountOf(line, report.month);
              const left = x(line.month) ?? 0;
              const middle = left + bar / 2;
              return (
                <g key={line.month}>
                  <Bar
                    x={left}
                    y={y(value)}
                    width={bar}
                    height={Math.max(0, HEIGHT - FOOT - y(value))}
                    rx={4}
                    fill={past ? 'var(--c-repaid)' : `url(#${id}hatch)`}
                    stroke="var(--c-repaid)"
                    strokeWidth={1.5}
                  />
                  {past || line.high === 0 ? null : (
                    <path
                      className="chart__whisker"
                      d={`M${middle} ${y(line.low)}V${y(line.high)}M${middle - WHISKER} ${y(line.low)}h${WHISKER * 2}M${middle - WHISKER} ${y(line.high)}h${WHISKER * 2}`}
                    />
                  )}
                  {value === 0 ? null : (
                    <text
                      className="strong"
                      x={middle}
                      y={y(Math.max(value, past ? 0 : line.high)) - 7}
                      textAnchor="middle"
                    >
                      {coins(value, 'whole')}
                    </text>
                  )}
                </g>
              );
            })}
            <AxisBottom
              scale={x}
              top={HEIGHT - FOOT}
              tickFormat={(month) => integer(Number(month) + 1)}
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

function Legend() {
  const { t } = useTexts();
  return (
    <>
      <ul className="legend">
        <li>
          <span className="legend__solid" aria-hidden="true" /> {t('months.legend.repaid')}
        </li>
        <li>
          <span className="legend__hatched" aria-hidden="true" /> {t('months.legend.due')}
        </li>
        <li>
          <span className="legend__whisker" aria-hidden="true" /> {t('months.legend.range')}
        </li>
      </ul>
      {t('months.axis')}
    </>
  );
}
