import type { PortfolioReport, PortfolioSums } from '@bloomvale/shared/protocol/lending-views';
import type { Portfolio } from '@bloomvale/shared/protocol/views';
import { Gloss } from '../../parts/gloss.tsx';
import { useTexts } from '../../use-texts.ts';

type Figure = 'lent' | 'repaid' | 'outstanding' | 'late' | 'lost' | 'reLent';
const SIX: readonly Figure[] = ['lent', 'repaid', 'outstanding', 'late', 'lost', 'reLent'];
/** With the six they add up to what was lent; shown where there is any. */
const REST = ['refunded', 'forgiven', 'covered'] as const;

/** Repaid and recovered came back alike; raising and outstanding are both still out. */
const figureOf = (sums: PortfolioSums, figure: Figure): number => {
  if (figure === 'repaid') return sums.repaid + sums.recovered;
  if (figure === 'outstanding') return sums.outstanding + sums.raising;
  return sums[figure];
};

/** Six figures, each beside the average player's; lent is repaid, still out, lost, refunded and forgiven together. */
export function Headline({ figures, report }: { figures: Portfolio; report: PortfolioReport | null }) {
  const { t, coins } = useTexts();
  const sums = report?.sums ?? null;
  const average = report?.average ?? null;
  const value = (figure: Figure): number | null =>
    sums !== null ? figureOf(sums, figure) : figure === 'reLent' ? null : figures[figure];
  const rest = sums === null ? [] : REST.filter((part) => sums[part] > 0);
  return (
    <section aria-label={t('portfolio.figures')} className="stack stack--s">
      <dl className="headline">
        {SIX.map((figure) => {
          const own = value(figure);
          return own === null ? null : (
            <div key={figure}>
              <dt>
                {figure === 'reLent' ? <Gloss term="relend">{t('portfolio.reLent')}</Gloss> : t(`portfolio.${figure}`)}
              </dt>
              <dd className="num">{coins(own)}</dd>
              <dd className="hint">
                {average === null
                  ? t(`portfolio.hint.${figure}`)
                  : t('portfolio.average', { amount: coins(figureOf(average.sums, figure)) })}
              </dd>
            </div>
          );
        })}
      </dl>
      {rest.length === 0 || sums === null ? null : (
        <p className="hint">
          {t('portfolio.also')}{' '}
          {rest.map((part) => t(`portfolio.part.${part}`, { amount: coins(sums[part]) })).join(', ')}.
        </p>
      )}
      {report === null ? null : (
        <p className="hint">
          {average === null ? t('portfolio.noAverage') : t('portfolio.averageOf', { count: average.players })}
        </p>
      )}
    </section>
  );
}
