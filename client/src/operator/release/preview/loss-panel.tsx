import type { PreviewView, SummaryView } from '@bloomvale/shared/operator/preview-api';
import { useWords } from '../../i18n/use-words.ts';
import { Panel } from '../../parts/panel.tsx';
import { ChartLegend } from '../charts/chart-legend.tsx';
import { LossChart } from '../charts/loss-chart.tsx';
import { figureText, marginText, tickText, UNKNOWN } from '../view/figure-format.ts';
import { type LossStep, likeliest, lossBelow, lossSteps } from '../view/loss-spread.ts';

type Result = NonNullable<PreviewView['result']>;
type Props = { readonly result: Result; readonly live: number; readonly draft: number };

/** How bad can a season be: in how many runs how much of the principal was lost, and what single lenders lose. */
export function LossPanel({ result, live, draft }: Props) {
  const words = useWords();
  const { t } = words;
  const steps = lossSteps(result.live.lossSpread, result.draft.lossSpread);
  const share = (value: number): string => tickText(value, 'share', words);
  const step = ({ from, to }: LossStep): string =>
    to === null
      ? t('preview.loss.open', { from: share(from) })
      : t('preview.range', { low: share(from), high: share(to) });
  const peak = (side: 'live' | 'draft'): string => {
    const found = likeliest(steps, side);
    return found === null ? UNKNOWN : step(found);
  };
  return (
    <Panel
      title={t('preview.loss.title')}
      tools={
        <>
          <span className="muted">{t('preview.loss.subtitle')}</span>
          <span className="push">
            <ChartLegend live={live} draft={draft} kind="bars" />
          </span>
        </>
      }
    >
      <div className="op-grid op-grid--2 loss-panel">
        <section>
          <h3>{t('preview.loss.runs')}</h3>
          {steps.length === 0 ? (
            <p className="muted">{t('preview.loss.none')}</p>
          ) : (
            <LossChart
              steps={steps}
              tick={share}
              bound={(value) => words.integer(value * 100)}
              xTitle={t('preview.loss.axis')}
              label={t('preview.loss.label', { live: peak('live'), draft: peak('draft') })}
              table={{
                caption: t('preview.loss.title'),
                head: [t('preview.loss.lost'), t('preview.column.live'), t('preview.column.draft')],
                rows: steps.map((one) => [step(one), share(one.live), share(one.draft)]),
              }}
            />
          )}
        </section>
        <LossFacts result={result} />
      </div>
    </Panel>
  );
}

function LossFacts({ result: { live, draft } }: { result: Result }) {
  const words = useWords();
  const { t } = words;
  const share = (value: number | null): string => figureText(value, 'share', words);
  const both = (of: (side: SummaryView) => number | null): string =>
    t('preview.loss.both', { live: share(of(live)), draft: share(of(draft)) });
  const below = (q: number) => (side: SummaryView) => lossBelow(side.lossSpread, q);
  const error = marginText(draft.figures.loss?.error, 'share', words);
  const facts: readonly (readonly [string, string])[] = [
    [t('preview.loss.middle'), both(below(0.5))],
    [t('preview.loss.oneInTwenty'), both(below(0.95))],
    [
      t('preview.loss.mean'),
      error === null
        ? both((side) => side.figures.loss?.value ?? null)
        : `${both((side) => side.figures.loss?.value ?? null)} (${error})`,
    ],
    [t('preview.loss.expected'), both((side) => side.lossExpected)],
    [t('preview.loss.lenderMedian'), both((side) => side.figures.lossMedian?.value ?? null)],
    [t('preview.loss.lenderP95'), both((side) => side.figures.lossP95?.value ?? null)],
    [t('preview.loss.lenderWorst'), both((side) => side.figures.lossWorst?.value ?? null)],
  ];
  return (
    <dl className="loss-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
