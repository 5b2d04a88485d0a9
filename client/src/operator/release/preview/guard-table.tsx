import type { VerdictView } from '@bloomvale/shared/operator/preview-api';
import type { GlyphName } from '../../../ui/parts/icon.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { Tag, type Tone } from '../../parts/tag.tsx';
import { type GuardRow, guardRows, type Judgement } from '../view/guard-rows.ts';
import { allowedText } from './figure-words.ts';

/** A word and a sign of its own each; colour is only the third. */
const LOOKS: Readonly<Record<Judgement, readonly [tone: Tone, glyph: GlyphName]>> = {
  pass: ['ok', 'check'],
  caution: ['late', 'warning'],
  stop: ['error', 'prohibit'],
};

export function JudgementTag({ judgement }: { judgement: Judgement }) {
  const { t } = useWords();
  const [tone, glyph] = LOOKS[judgement];
  return (
    <Tag tone={tone} glyph={glyph}>
      {t(`preview.judgement.${judgement}`)}
    </Tag>
  );
}

/** What each guard rail says: live, draft with what the Monte-Carlo leaves open, what is allowed, and the verdict in words. */
export function GuardTable({ verdicts }: { verdicts: readonly VerdictView[] }) {
  const words = useWords();
  const { t } = words;
  const rows = guardRows(verdicts, words);
  if (rows.length === 0) return <p className="panel-body muted">{t('preview.noRails')}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="scroll-x" tabIndex={0} aria-label={t('preview.railsRegion')}>
      <table className="dense guard">
        <caption className="sr-only">{t('preview.railsCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('preview.column.measure')}</th>
            <th scope="col">{t('preview.column.live')}</th>
            <th scope="col">{t('preview.column.draft')}</th>
            <th scope="col">{t('preview.column.allowed')}</th>
            <th scope="col">{t('preview.column.verdict')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.figure} row={row} allowed={allowedText(row.allowed, words)} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ row, allowed }: { row: GuardRow; allowed: string }) {
  const { t } = useWords();
  return (
    <tr>
      <th scope="row">{t(`preview.figure.${row.figure}`)}</th>
      <td>
        {row.live}
        <Margin text={row.liveMargin} />
      </td>
      <td>
        {row.draft}
        <Margin text={row.draftMargin} />
      </td>
      <td>{allowed}</td>
      <td>
        <JudgementTag judgement={row.judgement} />{' '}
        {row.note === null ? null : <small className="muted">{t(`preview.note.${row.note}`)}</small>}
      </td>
    </tr>
  );
}

const Margin = ({ text }: { text: string | null }) =>
  text === null ? null : (
    <>
      <br />
      <small className="muted">{text}</small>
    </>
  );
