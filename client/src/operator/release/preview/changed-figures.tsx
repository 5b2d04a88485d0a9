import { FIGURES, type PreviewView } from '@bloomvale/shared/operator/preview-api';
import { useWords } from '../../i18n/use-words.ts';
import { Tag } from '../../parts/tag.tsx';
import { FIGURE_KINDS, figureText, marginText } from '../view/figure-format.ts';

type Result = NonNullable<PreviewView['result']>;

/** Every figure of both sides; those that differ by more than luck explains say so in a word. */
export function ChangedFigures({ result }: { result: Result }) {
  const words = useWords();
  const { t } = words;
  const changed = new Set(result.changed);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="scroll-x" tabIndex={0} aria-label={t('preview.figuresRegion')}>
      <table className="dense">
        <caption className="sr-only">{t('preview.figuresCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('preview.column.measure')}</th>
            <th scope="col" className="n">
              {t('preview.column.live')}
            </th>
            <th scope="col" className="n">
              {t('preview.column.draft')}
            </th>
            <th scope="col" className="n">
              {t('preview.column.error')}
            </th>
            <th scope="col">{t('preview.column.differs')}</th>
          </tr>
        </thead>
        <tbody>
          {FIGURES.map((figure) => {
            const [live, draft] = [result.live.figures[figure], result.draft.figures[figure]];
            const kind = FIGURE_KINDS[figure];
            return (
              <tr key={figure}>
                <th scope="row">{t(`preview.figure.${figure}`)}</th>
                <td className="n">{figureText(live?.value, kind, words)}</td>
                <td className="n">{figureText(draft?.value, kind, words)}</td>
                <td className="n muted">{marginText(draft?.error, kind, words) ?? t('preview.exact')}</td>
                <td>
                  {changed.has(figure) ? (
                    <Tag tone="draft" glyph="git-diff">
                      {t('preview.differs')}
                    </Tag>
                  ) : (
                    <span className="muted">{t('preview.within')}</span>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
