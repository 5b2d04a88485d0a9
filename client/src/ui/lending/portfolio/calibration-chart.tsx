import type { Calibration, CalibrationBin, PortfolioReport } from '@bloomvale/shared/protocol/lending-views';
import { AxisBottom, AxisLeft } from '@visx/axis';
import { scaleLinear } from '@visx/scale';
import { Circle, Line } from '@visx/shape';
import { useState } from 'react';
import { Gloss } from '../../parts/gloss.tsx';
import { Segmented } from '../../parts/segmented.tsx';
import { useTexts } from '../../use-texts.ts';
import { ChartFrame } from '../charts/chart-frame.tsx';

const HEIGHT = 280;
const LEFT = 52;
const RIGHT = 22;
const TOP = 26;
const FOOT = 46;
const PPM = 1_000_000;
/** Room a dot's own words take beside it, px. */
const WORDS_PX = 130;
const WORDS_HIGH_PX = 18;

type Which = 'mine' | 'village';

/** Forecast against outcome: dots near the line are honest forecasts; the bars are what chance alone explains. */
export function CalibrationChart({ calibration }: { calibration: PortfolioReport['calibration'] }) {
  const { t } = useTexts();
  const [which, setWhich] = useState<Which>(calibration.mine.bins === null ? 'village' : 'mine');
  const shown = calibration[which];
  const options = (['mine', 'village'] as const).map((value) => ({ value, label: t(`calibration.of.${value}`) }));
  return (
    <div className="stack stack--s">
      <Segmented label={t('calibration.whose')} value={which} options={options} onChange={setWhich} />
      {shown.bins === null ? (
        <p>
          {t('calibration.tooFew', { closed: shown.closed, needed: shown.needed })} <Gloss term="calibration" />
        </p>
      ) : (
        <Dots bins={shown.bins} calibration={shown} />
      )}
    </div>
  );
}

function Dots({ bins, calibration }: { bins: readonly CalibrationBin[]; calibration: Calibration }) {
  const { t, percent, integer } = useTexts();
  const share = (ppm: number): string => percent(Math.round(ppm / 10_000) / 100);
  const least = Math.min(...bins.flatMap(({ forecastPpm, happenedPpm, lowPpm }) => [forecastPpm, happenedPpm, lowPpm]));
  // Whole tenths, so that the axes are the same and the line of honest forecasts is a diagonal.
  const from = Math.max(0, Math.floor(least / 100_000) - (least % 100_000 === 0 ? 1 : 0)) / 10;
  const said = (bin: CalibrationBin): string =>
    t('calibration.dot', { percent: share(bin.happenedPpm), count: bin.loans });
  return (
    <ChartFrame
      label={t('calibration.label', {
        bins: bins
          .map((bin) =>
            t('calibration.bin', { said: share(bin.forecastPpm), was: share(bin.happenedPpm), count: bin.loans }),
          )
          .join('; '),
      })}
      height={() => HEIGHT}
      table={{
        caption: t('calibration.title'),
        head: [
          t('calibration.column.said'),
          t('calibration.column.was'),
          t('calibration.column.range'),
          t('calibration.column.loans'),
        ],
        rows: bins.map((bin) => [
          share(bin.forecastPpm),
          share(bin.happenedPpm),
          `${share(bin.lowPpm)} – ${share(bin.highPpm)}`,
          integer(bin.loans),
        ]),
      }}
      caption={t('calibration.caption', { count: calibration.closed })}
    >
      {(width) => {
        const x = scaleLinear<number>({ domain: [from, 1], range: [LEFT, width - RIGHT] });
        const y = scaleLinear<number>({ domain: [from, 1], range: [HEIGHT - FOOT, TOP] });
        const ticks = x.ticks(4);
        const tick = (value: number | { valueOf(): number }): string => percent(Number(value));
        return (
          <>
            <text className="strong" x={0} y={12}>
              {t('calibration.yAxis')}
            </text>
            {ticks.map((value) => (
              <Line
                key={value}
                className="grid"
                from={{ x: LEFT, y: y(value) }}
                to={{ x: width - RIGHT, y: y(value) }}
              />
            ))}
            <Line className="chart__perfect" from={{ x: x(from), y: y(from) }} to={{ x: x(1), y: y(1) }} />
            <AxisLeft
              scale={y}
              left={LEFT - 4}
              tickValues={ticks}
              tickFormat={tick}
              hideAxisLine
              hideTicks
              tickLabelProps={{ className: 'chart__tick', textAnchor: 'end', dy: 4 }}
            />
            <AxisBottom
              scale={x}
              top={HEIGHT - FOOT}
              tickValues={ticks}
              tickFormat={tick}
              hideTicks
              axisLineClassName="axis"
              tickLabelProps={{ className: 'chart__tick', textAnchor: 'middle' }}
            />
            <text x={(LEFT + width - RIGHT) / 2} y={HEIGHT - 6} textAnchor="middle">
              {t('calibration.xAxis')}
            </text>
            {bins.map((bin) => {
              const at = (one: CalibrationBin) => [x(one.forecastPpm / PPM), y(one.happenedPpm / PPM)] as const;
              const [cx, cy] = at(bin);
              const end = cx > width * 0.62;
              // Words over a neighbour's dot say nothing: that figure stands in the table.
              const crowded = bins.some((other) => {
                const [ox, oy] = at(other);
                const beside = end ? cx - ox : ox - cx;
                return other !== bin && Math.abs(oy - cy) < WORDS_HIGH_PX && beside >= 0 && beside < WORDS_PX;
              });
              return (
                <g key={bin.fromPpm}>
                  <Line
                    className="chart__band"
                    from={{ x: cx, y: y(bin.lowPpm / PPM) }}
                    to={{ x: cx, y: y(bin.highPpm / PPM) }}
                  />
                  <Circle cx={cx} cy={cy} r={7} fill="var(--c-live)" stroke="var(--card)" strokeWidth={2} />
                  {crowded ? null : (
                    <text className="strong" x={cx + (end ? -12 : 12)} y={cy + 5} textAnchor={end ? 'end' : 'start'}>
                      {said(bin)}
                    </text>
                  )}
                </g>
              );
            })}
          </>
        );
      }}
    </ChartFrame>
  );
}
