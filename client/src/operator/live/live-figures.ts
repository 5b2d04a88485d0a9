import { LIVE_FIGURES, type LiveFigure, type LiveView } from '@bloomvale/shared/operator/live-api';
import type { Words } from '../i18n/words.ts';

type Form = 'share' | 'hours' | 'number' | 'ratio' | 'coins';
const FORMS: Readonly<Record<LiveFigure, Form>> = {
  fundedShare: 'share',
  hoursToFund: 'hours',
  par30: 'share',
  par90: 'share',
  repaymentRate: 'share',
  faucetSink: 'ratio',
  velocity: 'ratio',
  gini: 'ratio',
  relent: 'share',
  newLending: 'coins',
  players: 'number',
  meanLoanLife: 'hours',
};
const HOUR_MS = 3_600_000;

/** A figure as its tile writes it: shares with one decimal, ratios with two, hours as a span of time, coins. A dash where it is unknown. */
export function figureText(figure: LiveFigure, value: number | null, words: Words): string {
  if (value === null) return '–';
  switch (FORMS[figure]) {
    case 'share':
      return words.share(value, 1);
    case 'hours':
      return words.span(Math.round(value * HOUR_MS));
    case 'ratio':
      return words.decimal(value, 2);
    case 'coins':
      return words.coins(Math.round(value));
    case 'number':
      return words.integer(value);
  }
}

type Figure = LiveView['figures'][LiveFigure];

/** "allowed 0.9 to 0.97"; empty without a band. */
export function bandText(figure: LiveFigure, { least, most }: Figure, words: Words): string {
  const text = (value: number): string => figureText(figure, value, words);
  if (least !== null && most !== null) return words.t('live.allowed', { least: text(least), most: text(most) });
  if (most !== null) return words.t('live.allowedUnder', { most: text(most) });
  if (least !== null) return words.t('live.allowedOver', { least: text(least) });
  return '';
}

/** What lies outside its band, a sentence each. */
export function outOfBand(
  live: LiveView,
  words: Words,
): readonly { readonly figure: LiveFigure; readonly text: string }[] {
  return LIVE_FIGURES.flatMap((figure) => {
    const found = live.figures[figure];
    const bound = found.verdict === 'high' ? found.most : found.verdict === 'low' ? found.least : null;
    if (bound === null || (found.verdict !== 'high' && found.verdict !== 'low')) return [];
    const text = words.t(`live.is.${found.verdict}`, {
      figure: words.t(`live.figure.${figure}`),
      value: figureText(figure, found.value, words),
      bound: figureText(figure, bound, words),
    });
    return [{ figure, text }];
  });
}
