import type { Locale } from '@bloomvale/shared/content/text';
import type { z } from 'zod';
import { useWords } from '../../i18n/use-words.ts';
import { FieldFrame } from './field-frame.tsx';
import { useForm } from './form-context.ts';
import { labelOf } from './labels.ts';
import { fieldValue, type Path } from './set-path.ts';

/** Texts longer than this have more than one line. */
const ONE_LINE = 100;
const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

type TextProps = { readonly path: Path; readonly schema: z.ZodString; readonly optional?: boolean };

export function TextField({ path, schema, optional = false }: TextProps) {
  const { entry, set, readOnly } = useForm();
  const value = asText(fieldValue(entry, path));
  const most = schema.maxLength ?? 1_200;
  return (
    <FieldFrame path={path} full={most > 60}>
      {(described) => (
        <input
          {...described}
          className="input"
          value={value}
          readOnly={readOnly}
          onChange={({ target }) => set(path, optional && target.value === '' ? null : target.value)}
        />
      )}
    </FieldFrame>
  );
}

const LANGUAGES: readonly Locale[] = ['en', 'fr'];
/** Rows of a text, so that stories are tall and names are not. */
const rowsFor = (text: string): number => Math.min(9, Math.max(2, Math.ceil(text.length / 42)));

/** A text in both languages, side by side where there is room. */
export function LocalisedField({ path, long = false }: { path: Path; long?: boolean }) {
  const words = useWords();
  const { entry, section, set, readOnly } = useForm();
  const label = labelOf(words, section, path);
  const texts = LANGUAGES.map((language) => asText(fieldValue(entry, [...path, language])));
  const tall = long || texts.some((text) => text.length > ONE_LINE);
  const rows = Math.max(...texts.map(rowsFor));
  return (
    <fieldset className="full both">
      <legend className="sr-only">{label}</legend>
      {LANGUAGES.map((language, i) => {
        const own = [...path, language];
        const control = {
          className: 'input',
          value: texts[i] ?? '',
          lang: language,
          readOnly,
          onChange: ({ target }: { target: { value: string } }) => set(own, target.value),
        };
        return (
          <FieldFrame key={language} path={own} label={words.t(`form.in_${language}`, { label })}>
            {(described) =>
              tall ? <textarea {...described} {...control} rows={rows} /> : <input {...described} {...control} />
            }
          </FieldFrame>
        );
      })}
    </fieldset>
  );
}

/** Words or numbers in one line, apart by commas: months, shares, levels. */
export function ListField({ path, numbers }: { path: Path; numbers: boolean }) {
  const { t } = useWords();
  const { entry, set, readOnly } = useForm();
  const value = fieldValue(entry, path);
  const shown = Array.isArray(value) ? value.map(String).join(', ') : '';
  const read = (text: string): (string | number)[] =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map((part) => (numbers && /^-?\d+(\.\d+)?$/.test(part) ? Number(part) : part));
  return (
    <FieldFrame path={path} full hint={t('form.listHint')}>
      {(described) => (
        // Read when it is left: while typing, a comma at the end is not yet a mistake.
        <input
          {...described}
          key={shown}
          className="input"
          defaultValue={shown}
          readOnly={readOnly}
          onBlur={({ target }) => (target.value === shown ? undefined : set(path, read(target.value)))}
        />
      )}
    </FieldFrame>
  );
}
