import type { Json } from '@bloomvale/shared/catalogue/catalogue-diff';
import { useWords } from '../../i18n/use-words.ts';
import type { Words } from '../../i18n/words.ts';
import { type Entry, entriesById } from '../editor/entries.ts';
import { lossOf } from '../table/columns.ts';
import { FieldFrame } from './field-frame.tsx';
import { type FormContext, fieldId, useForm } from './form-context.ts';
import { choiceOf, labelOf } from './labels.ts';
import type { Choice } from './references.ts';
import { fieldValue, type Path } from './set-path.ts';

/** Letters of a choice that fit beside another field. */
const WIDE = 22;

/** What a choice means in figures: a grade's expected loss, a product's instalments. */
function meaningOf(
  { section, now, entry }: FormContext,
  path: Path,
  { t, decimal, integer, simSpan }: Words,
): string | null {
  if (section !== 'entrepreneurs' || path[0] !== 'loan') return null;
  if (path[1] === 'grade') return t('form.gradeLoss', { loss: decimal(lossOf(entry as Entry, now) * 100, 1) });
  const product: Json = entriesById(now, 'products').get(String(fieldValue(entry, path))) ?? null;
  if (path[1] !== 'product' || product === null) return null;
  return t('form.productTerms', {
    instalments: integer(Number(fieldValue(product, ['instalments']))),
    every: simSpan(Number(fieldValue(product, ['intervalSimHours']))),
  });
}

/** One of a few. A value that is none of them stays visible: it is what was found wrong. */
export function ChoiceField({
  path,
  choices,
  optional = false,
}: {
  path: Path;
  choices: readonly Choice[];
  optional?: boolean;
}) {
  const words = useWords();
  const { t } = words;
  const form = useForm();
  const { entry, set, readOnly } = form;
  const stored = fieldValue(entry, path);
  const value = typeof stored === 'string' ? stored : '';
  // A name that would be cut in half a row gets a whole one.
  const full = choices.some((choice) => choice.label.length > WIDE);
  const known = value === '' || choices.some((choice) => choice.value === value);
  return (
    <FieldFrame path={path} full={full} hint={meaningOf(form, path, words)}>
      {(described) => (
        <select
          {...described}
          className="select"
          value={value}
          disabled={readOnly}
          onChange={({ target }) => set(path, target.value === '' ? null : target.value)}
        >
          {optional || value === '' ? <option value="">{t('form.none')}</option> : null}
          {known ? null : <option value={value}>{value}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}

export function EnumField({
  path,
  options,
  optional = false,
}: {
  path: Path;
  options: readonly string[];
  optional?: boolean;
}) {
  const words = useWords();
  return (
    <ChoiceField
      path={path}
      optional={optional}
      choices={options.map((value) => ({ value, label: choiceOf(words, value) }))}
    />
  );
}

export function CheckField({ path }: { path: Path }) {
  const words = useWords();
  const { section, entry, set, readOnly } = useForm();
  return (
    <label className="check">
      <input
        type="checkbox"
        id={fieldId(path)}
        checked={fieldValue(entry, path) === true}
        disabled={readOnly}
        onChange={({ target }) => set(path, target.checked)}
      />
      {labelOf(words, section, path)}
    </label>
  );
}

const MONTHS = Array.from({ length: 12 }, (_, month) => month);

/** Months of the farming year; 0 is January. */
export function MonthsField({ path }: { path: Path }) {
  const words = useWords();
  const { section, entry, set, readOnly } = useForm();
  const stored = fieldValue(entry, path);
  const chosen = Array.isArray(stored) ? stored.filter((month) => typeof month === 'number') : [];
  const names = new Intl.DateTimeFormat(words.locale, { month: 'short', timeZone: 'UTC' });
  return (
    <fieldset className="full months" id={fieldId(path)}>
      <legend className="label">{labelOf(words, section, path)}</legend>
      {MONTHS.map((month) => (
        <label className="check" key={month}>
          <input
            type="checkbox"
            checked={chosen.includes(month)}
            disabled={readOnly}
            onChange={({ target }) =>
              set(
                path,
                MONTHS.filter((one) => (one === month ? target.checked : chosen.includes(one))),
              )
            }
          />
          {names.format(Date.UTC(2001, month))}
        </label>
      ))}
    </fieldset>
  );
}

/** One month of the year. */
export function MonthField({ path }: { path: Path }) {
  const words = useWords();
  const { entry, set, readOnly } = useForm();
  const names = new Intl.DateTimeFormat(words.locale, { month: 'long', timeZone: 'UTC' });
  return (
    <FieldFrame path={path}>
      {(described) => (
        <select
          {...described}
          className="select"
          value={String(fieldValue(entry, path))}
          disabled={readOnly}
          onChange={({ target }) => set(path, Number(target.value))}
        >
          {MONTHS.map((month) => (
            <option key={month} value={month}>
              {names.format(Date.UTC(2001, month))}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}
