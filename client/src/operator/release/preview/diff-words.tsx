import type { CatalogueChange } from '@bloomvale/shared/catalogue/catalogue-diff';
import { Glyph, type GlyphName } from '../../../ui/parts/icon.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { hrefTo } from '../../shell/route.ts';
import { type FieldRow, fieldRows } from '../fields/field-rows.ts';

type Props = {
  readonly from: string;
  readonly to: string;
  readonly changes: readonly unknown[];
  /** Fewer lines: in a dialog. */
  readonly short?: boolean;
};

const LINES = 12;
const SHORT = 6;
const GLYPHS: Readonly<Record<FieldRow['kind'], GlyphName>> = {
  added: 'plus-circle',
  removed: 'minus-circle',
  changed: 'pencil-simple',
};

/** What changes, as sentences: what was is struck, what comes is bold. The rest stands field by field. */
export function DiffWords({ from, to, changes, short = false }: Props) {
  const { t } = useWords();
  const rows = fieldRows(changes as readonly CatalogueChange[]);
  const most = short ? SHORT : LINES;
  if (rows.length === 0) return <p className="muted">{t('release.noChanges')}</p>;
  return (
    <>
      <ul className="diff">
        {rows.slice(0, most).map((row) => (
          <li key={row.key}>
            <Glyph name={GLYPHS[row.kind]} />
            <Sentence row={row} />
          </li>
        ))}
      </ul>
      {rows.length > most ? (
        <p>
          <a href={hrefTo(['draft', '-', 'fields'], { from, to })}>
            {t('release.moreChanges', { count: rows.length - most })}
          </a>
        </p>
      ) : null}
    </>
  );
}

function Sentence({ row }: { row: FieldRow }) {
  const { t } = useWords();
  const name = row.entry ?? row.section;
  if (row.kind === 'added') {
    return (
      <p>
        <b>{t('release.comes')}</b> <ins>{row.after ?? name}</ins> <small className="muted">{row.section}</small>
      </p>
    );
  }
  if (row.kind === 'removed') {
    return (
      <p>
        <b>{t('release.goes')}</b> <del>{row.before ?? name}</del> <small className="muted">{row.section}</small>
      </p>
    );
  }
  return (
    <p>
      <b>{name}</b> {row.path.join(' › ')}: {row.before === null ? null : <del>{row.before}</del>}{' '}
      {row.after === null ? <span className="muted">{t('release.absent')}</span> : <ins>{row.after}</ins>}
    </p>
  );
}
