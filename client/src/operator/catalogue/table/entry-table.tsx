import type { Json, Section } from '@bloomvale/shared/catalogue/catalogue-diff';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useRef, useState } from 'react';
import { Glyph } from '../../../ui/parts/icon.tsx';
import { useWords } from '../../i18n/use-words.ts';
import type { Words } from '../../i18n/words.ts';
import { ScrollBox } from '../../parts/scroll-box.tsx';
import { Tag } from '../../parts/tag.tsx';
import { hrefTo } from '../../shell/route.ts';
import type { Row } from '../editor/entries.ts';
import { columnsOf } from './columns.ts';
import type { Drawn, Sort } from './view-rows.ts';

type Props = {
  readonly section: Section;
  readonly base: readonly string[];
  readonly now: Json;
  readonly rows: readonly Row[];
  readonly draw: (entry: Row['entry']) => Drawn;
  readonly errors: (id: string) => number;
  readonly current: string | null;
  readonly chosen: ReadonlySet<string>;
  readonly sort: Sort | null;
  readonly onSort: (sort: Sort | null) => void;
  readonly onChoose: (id: string, on: boolean) => void;
  readonly onChooseAll: (on: boolean) => void;
};

/** Row heights, px: a finger needs more than a pointer. */
const ROW = { fine: 36, coarse: 44 } as const;
/** Height of the table's head, px (css/catalogue.css). */
const HEAD = 36;
/** More rows than are ever in the page at once. */
const POOL = 200;
const COARSE = '(max-width: 1079.98px)';

function useRowHeight(): number {
  const [coarse, setCoarse] = useState(() => matchMedia(COARSE).matches);
  useEffect(() => {
    const media = matchMedia(COARSE);
    const follow = (): void => setCoarse(media.matches);
    media.addEventListener('change', follow);
    return () => media.removeEventListener('change', follow);
  }, []);
  return coarse ? ROW.coarse : ROW.fine;
}

/** Entries of one part. Only the rows in sight are in the page, so ten thousand scroll like twenty. */
export function EntryTable(props: Props) {
  const { section, rows, current, chosen, sort, onSort, onChooseAll } = props;
  const words = useWords();
  const { t } = words;
  const box = useRef<HTMLElement>(null);
  const height = useRowHeight();
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    overscan: 8,
    // The head stays over the rows while they scroll.
    scrollMargin: HEAD,
    scrollPaddingStart: HEAD,
    // A frame later is soon enough, and a fast wheel is then one rendering a frame.
    useFlushSync: false,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was measured at another height is void
  useEffect(() => virtual.measure(), [height]);
  const at = current === null ? -1 : rows.findIndex(({ id }) => id === current);
  useEffect(() => {
    if (at < 0) return;
    // The box has its height only once the page round it is laid out.
    const frame = requestAnimationFrame(() => virtual.scrollToIndex(at, { align: 'auto' }));
    return () => cancelAnimationFrame(frame);
  }, [at, virtual]);
  const columns = columnsOf(section);
  const items = virtual.getVirtualItems();
  const above = Math.max(0, (items[0]?.start ?? HEAD) - HEAD);
  const below = Math.max(0, virtual.getTotalSize() - Math.max(0, (items.at(-1)?.end ?? HEAD) - HEAD));
  const head = (id: string, label: string, numeric = false, narrow = true) => {
    const down = sort?.by === id ? sort.down : null;
    const next = down === null ? { by: id, down: false } : down ? null : { by: id, down: true };
    return (
      <th
        key={id}
        scope="col"
        className={`${numeric ? 'n ' : ''}${narrow ? '' : 'wide'}`}
        aria-sort={down === null ? undefined : down ? 'descending' : 'ascending'}
      >
        <button type="button" className="sort" onClick={() => onSort(next)}>
          {label}
          {down === null ? null : <Glyph name={down ? 'caret-down' : 'caret-up'} size="s" />}
        </button>
      </th>
    );
  };
  return (
    <ScrollBox
      className="entries"
      ref={box}
      label={t('catalogue.list', { part: t(`section.${section as 'entrepreneurs'}`) })}
    >
      <table className="dense" aria-rowcount={rows.length + 1}>
        <colgroup>
          <col style={{ width: '38px' }} />
          <col />
          <col style={{ width: '80px' }} />
          {columns.map((column) => (
            <col
              key={column.id}
              style={{ width: column.width }}
              className={column.narrow === true ? undefined : 'wide'}
            />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className="pick">
              <label className="check">
                <input
                  type="checkbox"
                  aria-label={t('catalogue.chooseAll')}
                  checked={rows.length > 0 && rows.every(({ id }) => chosen.has(id))}
                  onChange={({ target }) => onChooseAll(target.checked)}
                />
              </label>
            </th>
            {head('name', t('column.name'))}
            {head('state', t('column.state'))}
            {columns.map((column) => head(column.id, t(`column.${column.id}`), column.numeric, column.narrow === true))}
          </tr>
        </thead>
        {above > 0 ? <Gap height={above} /> : null}
        <tbody>
          {items.map(({ index }) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <Line
                // A row of the page stands for one entry after another: changing its words is quicker than making it anew.
                key={index % POOL}
                index={index}
                row={row}
                section={section}
                drawn={props.draw(row.entry)}
                href={hrefTo([...props.base, row.id])}
                errors={row.state === 'retired' ? 0 : props.errors(row.id)}
                current={row.id === current}
                chosen={chosen.has(row.id)}
                height={height}
                words={words}
                onChoose={props.onChoose}
              />
            );
          })}
        </tbody>
        {below > 0 ? <Gap height={below} /> : null}
      </table>
    </ScrollBox>
  );
}

/** Stands for the rows that are not in the page. */
const Gap = ({ height }: { height: number }) => (
  <tbody aria-hidden="true">
    <tr>
      <td className="gap" style={{ height }} />
    </tr>
  </tbody>
);

type LineProps = {
  readonly index: number;
  readonly row: Row;
  readonly section: Section;
  readonly drawn: Drawn;
  readonly href: string;
  readonly errors: number;
  readonly current: boolean;
  readonly chosen: boolean;
  readonly height: number;
  readonly words: Words;
  readonly onChoose: (id: string, on: boolean) => void;
};

const Line = memo(function Line({
  index,
  row,
  section,
  drawn,
  href,
  errors,
  current,
  chosen,
  height,
  onChoose,
  words: { t },
}: LineProps) {
  const columns = columnsOf(section);
  return (
    <tr
      aria-rowindex={index + 2}
      aria-selected={current}
      className={row.state === 'retired' ? 'is-retired' : undefined}
      style={{ height }}
      // A press anywhere in a row is a press on its link, which keyboards and screen readers have.
      onClick={({ target }) => {
        if (target instanceof Element && target.closest('a, input, label') === null) location.hash = href;
      }}
    >
      <td className="pick">
        <label className="check">
          <input
            type="checkbox"
            aria-label={t('catalogue.choose', { name: drawn.title })}
            checked={chosen}
            onChange={({ target }) => onChoose(row.id, target.checked)}
          />
        </label>
      </td>
      <td>
        <a href={href} aria-current={current ? 'true' : undefined} title={drawn.title}>
          <b>{drawn.title}</b> {drawn.aside === '' ? null : <span className="muted">{drawn.aside}</span>}
        </a>
      </td>
      <td>
        {errors > 0 ? (
          <Tag tone="error">{t('catalogue.errors', { count: errors })}</Tag>
        ) : (
          <Tag tone={TONES[row.state]}>{t(`state.${row.state}`)}</Tag>
        )}
      </td>
      {drawn.cells.map((cell, i) => {
        const column = columns[i];
        return (
          <td
            key={column?.id}
            className={`${column?.numeric === true ? 'n' : ''}${column?.narrow === true ? '' : ' wide'}`}
            title={column?.numeric === true ? undefined : cell}
          >
            {cell}
          </td>
        );
      })}
    </tr>
  );
});

const TONES = { live: 'ok', edited: 'draft', new: 'info', retired: 'plain' } as const;
