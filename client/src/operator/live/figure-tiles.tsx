import { LIVE_FIGURES, type LiveFigure, type LiveView } from '@bloomvale/shared/operator/live-api';
import { useWords } from '../i18n/use-words.ts';
import { Tag } from '../parts/tag.tsx';
import { bandText, figureText } from './live-figures.ts';
import { Spark } from './spark.tsx';

/** The figures of the period, each with its band and how it came there. */
export function FigureTiles({ live }: { live: LiveView }) {
  return (
    <dl className="kpis kpis--even">
      {LIVE_FIGURES.map((figure) => (
        <Tile key={figure} figure={figure} live={live} />
      ))}
    </dl>
  );
}

function Tile({ figure, live }: { figure: LiveFigure; live: LiveView }) {
  const words = useWords();
  const { t, integer } = words;
  const found = live.figures[figure];
  const off = found.verdict === 'high' || found.verdict === 'low' ? found.verdict : null;
  const note =
    figure === 'players' ? t('live.rooms', { number: integer(live.rooms.length) }) : bandText(figure, found, words);
  return (
    <div className="kpi">
      <dt>
        {t(`live.figure.${figure}`)}
        {off !== null ? (
          <Tag tone="late" glyph="warning">
            {t(`live.verdict.${off}`)}
          </Tag>
        ) : null}
      </dt>
      <dd>
        <b className="num">{figureText(figure, found.value, words)}</b>
        <Spark
          points={found.trend}
          least={found.least}
          most={found.most}
          off={off !== null}
          label={t('live.trend', {
            figure: t(`live.figure.${figure}`),
            first: figureText(figure, found.trend.find((value) => value !== null) ?? null, words),
            last: figureText(figure, found.value, words),
          })}
        />
        <small>{note}</small>
      </dd>
    </div>
  );
}
