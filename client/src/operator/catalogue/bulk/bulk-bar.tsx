import type { Json, Section } from '@bloomvale/shared/catalogue/catalogue-diff';
import { bare, entrySchema, fieldSchema } from '@bloomvale/shared/catalogue/content-fields';
import { type FormEvent, useId, useMemo, useState } from 'react';
import { z } from 'zod';
import { Button } from '../../../ui/parts/button.tsx';
import { Field } from '../../../ui/parts/field.tsx';
import { Modal } from '../../../ui/parts/modal.tsx';
import { Select } from '../../../ui/parts/select.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { tell } from '../../store/toasts.ts';
import { edit } from '../editor/editor-store.ts';
import { entriesById } from '../editor/entries.ts';
import { fieldTitle } from '../form/field-title.ts';
import { choiceOf } from '../form/labels.ts';
import { parseNumber, toStored } from '../form/parse-number.ts';
import { choicesOf } from '../form/references.ts';
import { unitOf } from '../form/units.ts';
import { type BulkAct, bulkChanges, bulkFields } from './bulk-changes.ts';

type Props = {
  readonly section: Section;
  readonly now: Json;
  readonly ids: readonly string[];
  readonly writable: boolean;
  readonly onDone: () => void;
};

/** What can be done with the chosen entries. */
export function BulkBar(props: Props) {
  const { section, now, ids, writable, onDone } = props;
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const entries = entriesById(now, section);
  const there = ids.filter((id) => entries.has(id));
  const retire = (): void => {
    edit(there.map((id) => ({ section, id, kind: 'removed', before: entries.get(id) as Json })));
    onDone();
  };
  return (
    <div className="chosen-bar">
      <b>{t('bulk.chosen', { count: ids.length })}</b>
      {writable ? (
        <>
          <Button onClick={() => setOpen(true)}>{t('bulk.change')}</Button>
          {section === 'sectors' ? null : <Button onClick={retire}>{t('bulk.retire')}</Button>}
        </>
      ) : null}
      <Button look="quiet" onClick={onDone}>
        {t('bulk.none')}
      </Button>
      {open ? <BulkDialog {...props} ids={there} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}

const KINDS = ['set', 'times', 'plus'] as const;

function BulkDialog({ section, now, ids, onClose }: Props & { onClose: () => void }) {
  const words = useWords();
  const { t } = words;
  const ident = useId();
  const fields = useMemo(() => bulkFields(section, entrySchema(section)), [section]);
  const [field, setField] = useState(fields[0]?.join('.') ?? '');
  const [kind, setKind] = useState<BulkAct['kind']>('set');
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const path = field.split('.');
  const schema = fieldSchema(section, path);
  const value = schema === null ? null : bare(schema);
  const numeric = value instanceof z.ZodNumber;
  const choices =
    choicesOf(now, section, path, words.locale) ??
    (value instanceof z.ZodEnum
      ? (value.options as string[]).map((one) => ({ value: one, label: choiceOf(words, one) }))
      : value instanceof z.ZodBoolean
        ? [
            { value: 'true', label: t('catalogue.yes') },
            { value: 'false', label: t('catalogue.no') },
          ]
        : null);
  const unit = schema === null ? null : unitOf(section, path, schema);
  const number = parseNumber(text);
  const act = ((): BulkAct | null => {
    if (numeric) {
      if (number === null) return null;
      if (kind === 'times') return { kind, factor: number };
      return kind === 'plus' ? { kind, step: number } : { kind: 'set', value: toStored(number, unit?.scale ?? 1) };
    }
    if (!choices?.some((choice) => choice.value === text)) return null;
    return { kind: 'set', value: value instanceof z.ZodBoolean ? text === 'true' : text };
  })();
  const changes = act === null ? [] : bulkChanges(now, section, ids, path, act);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (act === null) return;
    edit(changes);
    tell({ text: t('bulk.done', { count: changes.length }) });
    onClose();
  };
  const pick = (next: string): void => {
    setField(next);
    setText('');
    setKind('set');
  };
  return (
    <Modal title={t('bulk.title', { count: ids.length })} onClose={onClose} width={460}>
      <form className="stack" onSubmit={submit}>
        <div className="field">
          <label htmlFor={`${ident}-field`}>{t('bulk.field')}</label>
          <Select
            id={`${ident}-field`}
            value={field}
            options={fields.map((one) => ({ value: one.join('.'), label: fieldTitle(words, section, one) }))}
            onChange={pick}
          />
        </div>
        {numeric ? (
          <>
            <div className="field">
              <label htmlFor={`${ident}-kind`}>{t('bulk.how')}</label>
              <Select
                id={`${ident}-kind`}
                value={kind}
                options={KINDS.map((one) => ({ value: one, label: t(`bulk.${one}`) }))}
                onChange={setKind}
              />
            </div>
            <Field
              label={
                kind === 'times' || unit?.unit == null
                  ? t('bulk.value')
                  : t('bulk.valueIn', { unit: t(`unit.${unit.unit}`) })
              }
              inputMode="decimal"
              value={text}
              error={tried && number === null ? t('form.notANumber') : null}
              onChange={({ target }) => setText(target.value)}
            />
          </>
        ) : (
          <div className="field">
            <label htmlFor={`${ident}-value`}>{t('bulk.value')}</label>
            <Select
              id={`${ident}-value`}
              value={text}
              options={[{ value: '', label: t('form.none') }, ...(choices ?? [])]}
              onChange={setText}
            />
          </div>
        )}
        <p className="muted" role="status">
          {t('bulk.would', { count: changes.length })}
        </p>
        <div className="dialog__foot row row--wrap">
          <Button
            look="primary"
            type="submit"
            blocked={act !== null && changes.length === 0 ? t('bulk.nothing') : null}
          >
            {t('bulk.act')}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
        </div>
      </form>
    </Modal>
  );
}
