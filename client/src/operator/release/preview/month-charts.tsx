import {
  type Figure,
  MONTHLY,
  type Monthly,
  type PreviewView,
  type Rail,
} from '@bloomvale/shared/operator/preview-api';
import { useWords } from '../../i18n/use-words.ts';
import type { Words } from '../../i18n/words.ts';
import { BandChart } from '../charts/band-chart.tsx';
import { type BandPoint, lastPoint, type MonthRow, monthRows } from '../view/band-series.ts';
import { endText, FIGURE_KINDS, figureText, tickText, UNKNOWN } from '../view/figure-format.ts';
import { allowedOf } from './figure-words.ts';

/** Small shares and purses are read against nothing; the others would be a flat line far above it. */
const FROM_ZERO: ReadonlySet<Figure> = new Set(['par30', 'par90', 'walletMedian', 'walletP90']);

type Result = NonNullable<PreviewView['result']>;

/** Each monthly figure as a chart of its own, live beside draft. */
export function MonthCharts({ result }: { result: Result }) {
  const { t } = useWords();
  const rails = new Map(result.verdicts.map(({ rail }) => [rail.figure, rail]));
  return (
    <div className="op-grid op-grid--3 month-charts">
      {MONTHLY.map((figure) => (
        <section key={figure}>
          <h3>{t(`preview.chart.${figure}`)}</h3>
          <MonthChart figure={figure} result={result} rail={rails.get(figure) ?? null} />
        </section>
      ))}
    </div>
  );
}

function MonthChart({ figure, result, rail }: { figure: Monthly; result: Result; rail: Rail | null }) {
  const words = useWords();
  const { t } = words;
  const [live, draft] = [monthRows(result.live.bands[figure]), monthRows(result.draft.bands[figure])];
  const text = (value: number | undefined): string => figureText(value, FIGURE_KINDS[figure], words);
  const end = (value: number | undefined): string => endText(value, FIGURE_KINDS[figure], words);
  const [liveEnd, draftEnd] = [lastPoint(live), lastPoint(draft)];
  return (
    <BandChart
      live={{ rows: live, end: t('preview.end.live', { value: end(liveEnd?.median) }) }}
      draft={{ rows: draft, end: t('preview.end.draft', { value: end(draftEnd?.median) }) }}
      allowed={rail}
      fromZero={FROM_ZERO.has(figure)}
      tick={(value, most) => tickText(value, FIGURE_KINDS[figure], words, most)}
      xTitle={t('preview.months')}
      label={t('preview.chartLabel', {
        name: t(`preview.chart.${figure}`),
        live: text(liveEnd?.median),
        liveRange: rangeText(liveEnd, figure, words),
        draft: text(draftEnd?.median),
        draftRange: rangeText(draftEnd, figure, words),
        allowed: rail === null ? t('preview.allowed.free') : allowedOf(figure, rail, words),
      })}
      table={{
        caption: t(`preview.chart.${figure}`),
        head: [
          t('preview.column.month'),
          t('preview.column.live'),
          t('preview.column.liveBand'),
          t('preview.column.draft'),
          t('preview.column.draftBand'),
        ],
        rows: monthTable(live, draft, figure, words),
      }}
      nothing={t('preview.nothing')}
    />
  );
}

function rangeText(point: BandPoint | null, figure: Figure, words: Words): string {
  if (point === null) return UNKNOWN;
  const text = (value: number): string => figureText(value, FIGURE_KINDS[figure], words);
  return words.t('preview.range', { low: text(point.low), high: text(point.high) });
}

function monthTable(live: readonly MonthRow[], draft: readonly MonthRow[], figure: Figure, words: Words): string[][] {
  const text = (row: MonthRow | undefined): string => figureText(row?.point?.median, FIGURE_KINDS[figure], words);
  return Array.from({ length: Math.max(live.length, draft.length) }, (_, i) => [
    words.integer(i + 1),
    text(live[i]),
    rangeText(live[i]?.point ?? null, figure, words),
    text(draft[i]),
    rangeText(draft[i]?.point ?? null, figure, words),
  ]);
}
