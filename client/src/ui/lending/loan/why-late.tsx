import { type CauseStep, whyLate } from '@bloomvale/shared/lending/why-late';
import type { WhyLateView } from '@bloomvale/shared/protocol/lending-views';
import type { Texts } from '../../../i18n/texts.ts';
import type { WholeLoan } from '../../../store/lending.ts';
import { hrefOf } from '../../navigation/route.ts';
import { useTexts } from '../../use-texts.ts';
import { Waterfall, type WaterfallStep } from '../charts/waterfall.tsx';
import { whoOf } from '../loan-facts.ts';

const PPM = 1_000_000;
/** A cause that moved the chance by less than this says nothing: a twentieth of a point in a hundred. */
const LEAST_PPM = 500;

const percentOf = (ppm: number): number => (ppm / PPM) * 100;

/** "8 in 100", and below one "less than 1 in 100". */
const inHundred = (ppm: number, { t, integer }: Texts): string => {
  const count = Math.round(percentOf(ppm));
  return count === 0 ? t('why.lessThanOne') : t('why.inHundred', { count: integer(count) });
};

/** The bars from a usual month to this one. Steps that moved nothing are left out; the last bar is what was drawn against. */
function barsOf(steps: readonly CauseStep[], view: WhyLateView, texts: Texts): readonly WaterfallStep[] {
  const { t, decimal } = texts;
  const points = (value: number): string => decimal(Math.abs(value), 1);
  const percent = (value: number): string => t('why.percent', { value: decimal(value, 1) });
  const [usual] = steps;
  const start = percentOf(usual?.ppm ?? view.basePpm);
  const moved = steps.slice(1).map((step, i) => {
    const [from, to] = [percentOf(steps[i]?.ppm ?? view.basePpm), percentOf(step.ppm)];
    return {
      key: step.cause,
      name: t(`cause.${step.cause}`),
      from,
      to,
      total: false,
      text: to >= from ? `+${points(to - from)}` : `−${points(from - to)}`,
    };
  });
  const end = percentOf(view.hPpm);
  return [
    { key: 'usual', name: t('cause.usual'), from: 0, to: start, total: true, text: percent(start) },
    ...moved.filter(({ from, to }) => Math.abs(to - from) * (PPM / 100) >= LEAST_PPM),
    { key: 'end', name: t('why.end', { n: view.n }), from: 0, to: end, total: true, text: percent(end) },
  ];
}

/** The model's own causes with the share of each, as they were recorded when the instalment was missed. */
export function WhyLate({ loan, view }: { loan: WholeLoan; view: WhyLateView }) {
  const texts = useTexts();
  const { t, decimal } = texts;
  const steps = whyLate(view);
  const bars = barsOf(steps, view, texts);
  const causes = bars.slice(1, -1);
  const worst = causes.filter(({ from, to }) => to > from).sort((a, b) => b.to - b.from - (a.to - a.from))[0];
  const from = inHundred(view.basePpm, texts);
  const to = inHundred(view.hPpm, texts);
  const who = whoOf(loan);
  return (
    <section className="box" aria-labelledby="why">
      <h2 id="why">{t(`why.title.${who}`)}</h2>
      <p>
        {worst === undefined
          ? t('why.luck', { to })
          : t('why.lead', { cause: t(`causeSentence.${worst.key as 'usual'}`), from, to })}
      </p>
      <p className="hint">{t('why.drawn')}</p>
      <Waterfall
        steps={bars}
        label={t('why.label', { n: view.n, steps: bars.map(({ name, text }) => `${name} ${text}`).join(', ') })}
        table={{
          caption: t('why.chart', { n: view.n }),
          head: [t('why.cause'), t('why.change'), t('why.after')],
          rows: bars.map(({ name, text, to: after }) => [name, text, t('why.percent', { value: decimal(after, 1) })]),
        }}
        caption={t('why.caption')}
        tick={(value) => t('why.percent', { value: decimal(value, 0) })}
      />
      <p className="alone-link">
        <a href={hrefOf({ kind: 'computed' })}>{t('computed.title')}</a>
      </p>
    </section>
  );
}
