import type { Json } from '@bloomvale/shared/catalogue/catalogue-diff';
import type { FieldConflict } from '@bloomvale/shared/catalogue/changes-onto';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '../../ui/parts/button.tsx';
import { Modal } from '../../ui/parts/modal.tsx';
import { useSlice } from '../../ui/use-slice.ts';
import { useWords } from '../i18n/use-words.ts';
import type { Words } from '../i18n/words.ts';
import { type Conflicted, editorStore, leaveConflict, settle } from './editor/editor-store.ts';
import { entriesById } from './editor/entries.ts';
import type { Side } from './editor/merge.ts';
import { fieldTitle } from './form/field-title.ts';
import { tellSaved } from './save-now.ts';
import { titleOf } from './table/columns.ts';

export function MergeDialog() {
  const conflicted = useSlice(editorStore, (state) => state.conflicted);
  return conflicted === null ? null : <Merging key={conflicted.draft.revision} conflicted={conflicted} />;
}

/** A value as one reads it; a whole entry by its name alone. */
function shown(value: Json, words: Words): string {
  if (value === null) return words.t('merge.absent');
  if (typeof value === 'boolean') return words.t(value ? 'catalogue.yes' : 'catalogue.no');
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  return JSON.stringify(value, null, 1)
    .replaceAll(/[{}[\]"]/g, '')
    .replaceAll(/,?\n\s*\n?/g, '\n')
    .trim();
}
const mineOf = ({ mine }: FieldConflict): Json => (mine.kind === 'removed' ? null : mine.after);

/** Fields that somebody else changed meanwhile: theirs or mine, one by one. */
function Merging({ conflicted }: { conflicted: Conflicted }) {
  const words = useWords();
  const { t, clock } = words;
  const { conflicts, draft, theirs } = conflicted;
  const [sides, setSides] = useState<readonly (Side | null)[]>(() => conflicts.map(() => null));
  const [tried, setTried] = useState(false);
  const missing = sides.filter((side) => side === null).length;
  const chooseAll = (side: Side): void => setSides(conflicts.map(() => side));
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (missing > 0) return;
    tellSaved(await settle(sides as readonly Side[]), words);
  };
  return (
    <Modal title={t('merge.title')} onClose={leaveConflict} width={760}>
      <form className="merge" onSubmit={submit}>
        <p>
          {conflicts.length === 0
            ? t('merge.none')
            : t('merge.body', { name: draft.updatedBy.name, time: clock(draft.updatedAt), count: conflicts.length })}
        </p>
        {conflicts.length < 2 ? null : (
          <div className="row row--wrap">
            <Button onClick={() => chooseAll('mine')}>{t('merge.allMine')}</Button>
            <Button onClick={() => chooseAll('theirs')}>{t('merge.allTheirs')}</Button>
          </div>
        )}
        {conflicts.map((conflict, i) => (
          <Choice
            // Each conflict is about a field of its own, in a fixed order.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            key={i}
            conflict={conflict}
            theirs={theirs}
            who={draft.updatedBy.name}
            side={sides[i] ?? null}
            onChoose={(side) => setSides(sides.with(i, side))}
          />
        ))}
        {tried && missing > 0 ? (
          <p className="error" role="alert">
            {t('merge.missing', { count: missing })}
          </p>
        ) : null}
        <div className="dialog__foot row row--wrap">
          <Button look="primary" type="submit">
            {t('merge.act')}
          </Button>
          <Button onClick={leaveConflict}>{t('merge.later')}</Button>
        </div>
      </form>
    </Modal>
  );
}

type ChoiceProps = {
  readonly conflict: FieldConflict;
  readonly theirs: Json;
  readonly who: string;
  readonly side: Side | null;
  readonly onChoose: (side: Side) => void;
};

function Choice({ conflict, theirs, who, side, onChoose }: ChoiceProps) {
  const words = useWords();
  const { t } = words;
  const name = useId();
  const { mine, gone } = conflict;
  const { section, id } = mine;
  const entry = id === null ? undefined : entriesById(theirs, section).get(id);
  const title = entry === undefined ? (id ?? '') : titleOf(section, entry, words);
  const field = mine.kind === 'changed' ? fieldTitle(words, section, mine.path) : t('merge.whole');
  const options: readonly { side: Side; label: string; value: string }[] = [
    { side: 'mine', label: t('merge.mine'), value: shown(mineOf(conflict), words) },
    {
      side: 'theirs',
      label: t('merge.theirs', { name: who }),
      value: gone ? t('merge.gone') : shown(conflict.theirs, words),
    },
  ];
  return (
    <fieldset>
      <legend className="label">{title === '' ? field : t('merge.field', { entry: title, field })}</legend>
      <div className="merge__sides">
        {options.map((option) => (
          <label className="check" key={option.side}>
            <input type="radio" name={name} checked={side === option.side} onChange={() => onChoose(option.side)} />
            <span>
              <b>{option.label}</b>
              {'\n'}
              {option.value}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
