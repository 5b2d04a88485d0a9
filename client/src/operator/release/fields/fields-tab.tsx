import type { CatalogueChange } from '@bloomvale/shared/catalogue/catalogue-diff';
import type { DraftView, VersionView } from '@bloomvale/shared/operator/catalogue-api';
import { useId, useMemo, useRef, useState } from 'react';
import { Button } from '../../../ui/parts/button.tsx';
import { Field } from '../../../ui/parts/field.tsx';
import { Glyph } from '../../../ui/parts/icon.tsx';
import { Select } from '../../../ui/parts/select.tsx';
import { useCall } from '../../api/use-call.ts';
import { labelOf, longLabelOf } from '../../catalogue/form/labels.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Panel } from '../../parts/panel.tsx';
import { Answered, Empty } from '../../parts/states.tsx';
import { entryHref } from '../preview/entry-href.ts';
import { Listings } from '../preview/listings.tsx';
import { useChangeKeys } from '../use-change-keys.ts';
import { type FieldRow, fieldRows, matching } from './field-rows.ts';
import { valueWords } from './value-words.ts';

type Props = {
  readonly from: string;
  readonly to: string;
  readonly versions: readonly VersionView[];
  readonly drafts: readonly DraftView[];
  readonly onPick: (from: string, to: string) => void;
};

/** What turns one version or draft into another, field by field. */
export function FieldsTab({ from, to, versions, drafts, onPick }: Props) {
  const { t } = useWords();
  const called = useCall('diff', from === to ? null : { query: { from, to } });
  return (
    <div className="op-grid">
      <Panel title={t('release.compare')}>
        <Picker from={from} to={to} versions={versions} drafts={drafts} onPick={onPick} />
      </Panel>
      {from === to ? (
        <Empty title={t('release.sameTwice')} />
      ) : (
        <Answered called={called}>
          {({ changes, listings }) => (
            <>
              <Listings listings={listings} />
              <FieldTable key={`${from} ${to}`} changes={changes as readonly CatalogueChange[]} />
            </>
          )}
        </Answered>
      )}
    </div>
  );
}

function Picker({ from, to, versions, drafts, onPick }: Props) {
  const { t } = useWords();
  const [a, b] = [useId(), useId()];
  const options = [
    ...drafts.map(({ id, number, title }) => ({ value: id, label: t('release.pickDraft', { number, title }) })),
    ...versions.map(({ number, note, live }) => ({
      value: `v${number}`,
      label: live ? t('release.pickLive', { number, note }) : t('release.pickVersion', { number, note }),
    })),
  ];
  return (
    <div className="form compare">
      <div className="field">
        <label htmlFor={a}>{t('release.from')}</label>
        <Select id={a} value={from} options={options} onChange={(value) => onPick(value, to)} />
      </div>
      <div className="field">
        <label htmlFor={b}>{t('release.to')}</label>
        <Select id={b} value={to} options={options} onChange={(value) => onPick(from, value)} />
      </div>
      <Button onClick={() => onPick(to, from)}>
        <Glyph name="arrows-clockwise" /> {t('release.swap')}
      </Button>
    </div>
  );
}

/** Lines shown at first, and more of them each time. */
const STEP = 100;

function FieldTable({ changes }: { changes: readonly CatalogueChange[] }) {
  const words = useWords();
  const { t, integer } = words;
  const [search, setSearch] = useState('');
  const [shown, setShown] = useState(STEP);
  const body = useRef<HTMLTableSectionElement>(null);
  const all = useMemo(
    () => fieldRows(changes, (section, path, value) => valueWords(section, path, value, words)),
    [changes, words],
  );
  const rows = matching(all, search);
  useChangeKeys(body, 'tr');
  if (changes.length === 0) return <Empty title={t('release.noChanges')} />;
  return (
    <Panel
      bare
      title={t('release.fields', { count: rows.length, n: integer(rows.length) })}
      tools={
        <div className="push field-search">
          <Field
            label={t('release.filter')}
            type="search"
            value={search}
            onChange={({ target }) => {
              setSearch(target.value);
              setShown(STEP);
            }}
          />
        </div>
      }
      foot={
        shown < rows.length ? (
          <Button onClick={() => setShown(shown + STEP)}>
            {t('release.more', { shown: integer(shown), all: integer(rows.length) })}
          </Button>
        ) : undefined
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="scroll-x" tabIndex={0} aria-label={t('release.fieldsRegion')}>
        <table className="dense fields">
          <caption className="sr-only">{t('release.fieldsRegion')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('release.column.entry')}</th>
              <th scope="col">{t('release.column.field')}</th>
              <th scope="col">{t('release.column.before')}</th>
              <th scope="col">{t('release.column.after')}</th>
            </tr>
          </thead>
          <tbody ref={body}>
            {rows.slice(0, shown).map((row) => (
              <Line key={row.key} row={row} />
            ))}
          </tbody>
        </table>
      </section>
    </Panel>
  );
}

function Line({ row }: { row: FieldRow }) {
  const words = useWords();
  const { t } = words;
  const section = labelOf(words, row.section, []);
  return (
    <tr tabIndex={-1}>
      <th scope="row">
        {row.entry === null ? (
          section
        ) : (
          <>
            <a href={entryHref(row.section, row.entry)}>{row.entry}</a> <small className="muted">{section}</small>
          </>
        )}
      </th>
      <td>{row.kind === 'changed' ? longLabelOf(words, row.section, row.path) : t(`release.whole.${row.kind}`)}</td>
      <td>{row.before === null ? <span className="muted">{t('release.absent')}</span> : <del>{row.before}</del>}</td>
      <td>{row.after === null ? <span className="muted">{t('release.absent')}</span> : <ins>{row.after}</ins>}</td>
    </tr>
  );
}
