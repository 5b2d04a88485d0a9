import type { Json, Section } from '@bloomvale/shared/catalogue/catalogue-diff';
import { entrySchema } from '@bloomvale/shared/catalogue/content-fields';
import { ContentIdSchema } from '@bloomvale/shared/content/text';
import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/parts/button.tsx';
import { Field } from '../../ui/parts/field.tsx';
import { Modal } from '../../ui/parts/modal.tsx';
import { useWords } from '../i18n/use-words.ts';
import { edit } from './editor/editor-store.ts';
import { type Entry, entriesById } from './editor/entries.ts';
import { blankOf } from './form/blank.ts';
import { titleOf } from './table/columns.ts';
import { folded } from './table/view-rows.ts';

type Props = {
  readonly section: Section;
  readonly now: Json;
  /** The one that is open: a new one may begin as its copy. */
  readonly like: Entry | null;
  readonly onClose: () => void;
  readonly onMade: (id: string) => void;
};

/** "Hery Rakoto" makes `hery-rakoto`. */
export const idFrom = (name: string): string =>
  folded(name)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 40)
    .replace(/-+$/, '');

/** Name and id of a new entry: the id stands in loans and addresses, so it is chosen once. */
export function NewEntry({ section, now, like, onClose, onMade }: Props) {
  const words = useWords();
  const { t } = words;
  const [name, setName] = useState('');
  const [id, setId] = useState('');
  const [copy, setCopy] = useState(false);
  const [tried, setTried] = useState(false);
  const shown = id === '' ? idFrom(name) : id;
  const region = section === 'regions';
  const fits = region ? /^[a-z]{2}$/.test(shown) : ContentIdSchema.safeParse(shown).success;
  const fault = !fits ? t('catalogue.idWrong') : entriesById(now, section).has(shown) ? t('catalogue.idTaken') : null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (fault !== null) return;
    edit([{ section, id: shown, kind: 'added', after: made(section, shown, name.trim(), copy ? like : null) }]);
    onMade(shown);
  };
  return (
    <Modal title={t('catalogue.newTitle')} onClose={onClose} width={440}>
      <form className="stack" onSubmit={submit}>
        {region ? null : (
          <Field
            label={t('column.name')}
            maxLength={60}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        )}
        <Field
          label={t('catalogue.idLabel')}
          hint={t('catalogue.idHint')}
          maxLength={40}
          value={shown}
          error={tried ? fault : null}
          onChange={({ target }) => setId(target.value)}
        />
        {like === null ? null : (
          <label className="check">
            <input type="checkbox" checked={copy} onChange={({ target }) => setCopy(target.checked)} />
            {t('catalogue.copyOf', { name: titleOf(section, like, words) })}
          </label>
        )}
        <div className="dialog__foot row row--wrap">
          <Button look="primary" type="submit">
            {t('catalogue.make')}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
        </div>
      </form>
    </Modal>
  );
}

function made(section: Section, id: string, name: string, like: Entry | null): Json {
  const schema = entrySchema(section);
  const blank = (schema === null ? {} : blankOf(schema)) as { readonly [key: string]: Json };
  const base = like ?? blank;
  const named =
    name === '' || base.name === undefined
      ? {}
      : { name: typeof base.name === 'string' ? name : { en: name, fr: name } };
  return { ...base, id, ...named };
}
