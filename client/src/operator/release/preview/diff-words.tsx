import type { CatalogueChange } from '@bloomvale/shared/catalogue/catalogue-diff';
import type { DiffPart, DiffSentence } from '@bloomvale/shared/catalogue/diff-sentence';
import { diffInWords } from '@bloomvale/shared/catalogue/diff-words';
import { Fragment, type ReactNode, useMemo, useRef } from 'react';
import { Glyph, type GlyphName } from '../../../ui/parts/icon.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { Loading, Refused } from '../../parts/states.tsx';
import { hrefTo } from '../../shell/route.ts';
import { useChangeKeys } from '../use-change-keys.ts';
import { type RichPart, richParts } from './rich-text.ts';
import { countOf, valuesOf } from './sentence-words.ts';
import { useContent } from './use-contents.ts';

type Props = {
  /** Versions (`v7`) or drafts (their ids). */
  readonly from: string;
  readonly to: string;
  readonly changes: readonly unknown[];
  /** Fewer lines: in a dialog. */
  readonly short?: boolean;
};

const LINES = 12;
const SHORT = 6;
const GLYPHS: Readonly<Record<DiffSentence['kind'], GlyphName>> = {
  added: 'plus-circle',
  removed: 'minus-circle',
  changed: 'pencil-simple',
};

/** What changes, in sentences: what was is struck, what comes is bold. The rest stands field by field. */
export function DiffWords({ from, to, changes, short = false }: Props) {
  const { t } = useWords();
  const [before, after] = [useContent(from), useContent(to)];
  const list = useRef<HTMLUListElement>(null);
  useChangeKeys(list, 'li');
  const sentences = useMemo(
    () =>
      before.content === null || after.content === null
        ? null
        : diffInWords(before.content, after.content, changes as readonly CatalogueChange[]),
    [before.content, after.content, changes],
  );
  if (changes.length === 0) return <p className="muted">{t('release.noChanges')}</p>;
  if (sentences === null) {
    const broken = before.refusal === null ? after : before;
    return broken.refusal === null ? <Loading /> : <Refused refusal={broken.refusal} onRetry={broken.reload} />;
  }
  const most = short ? SHORT : LINES;
  return (
    <>
      <ul className="diff" ref={list}>
        {sentences.slice(0, most).map((sentence) => (
          <li tabIndex={-1} key={[sentence.section, sentence.kind, sentence.key, ...sentence.ids].join(' ')}>
            <Glyph name={GLYPHS[sentence.kind]} />
            <p>
              <Rich part={sentence} />
              {sentence.parts.map((part, i) => (
                // Parts of a sentence have a fixed order and no name of their own.
                // biome-ignore lint/suspicious/noArrayIndexKey: see above
                <Fragment key={i}>
                  {i === 0 ? ' ' : sentence.kind === 'changed' ? ', ' : t('release.listComma')}
                  <Rich part={part} />
                </Fragment>
              ))}
              .
            </p>
          </li>
        ))}
      </ul>
      <p className="diff-more">
        <a href={hrefTo(['draft', '-', 'fields'], { from, to })}>
          {sentences.length > most
            ? t('release.moreChanges', { count: sentences.length - most })
            : t('release.allFields')}
        </a>
      </p>
    </>
  );
}

function Rich({ part }: { part: DiffPart }) {
  const words = useWords();
  const count = countOf(part);
  // The text as it stands: values are put in as texts of their own, so that nothing in them can be a mark.
  const template = (words.t as (key: string, options: object) => string)(`diff.${part.key}`, {
    skipInterpolation: true,
    ...(count === undefined ? {} : { count }),
  });
  const values = valuesOf(part, words);
  return <>{drawn(richParts(template), values)}</>;
}

const drawn = (parts: readonly RichPart[], values: ReadonlyMap<string, string>): ReactNode[] =>
  parts.map((part, i) => {
    const key = `${i}`;
    if (part.kind === 'text') return part.text;
    if (part.kind === 'value') return values.get(part.name) ?? '';
    const Mark = part.mark;
    return <Mark key={key}>{drawn(part.parts, values)}</Mark>;
  });
