import type { Json } from '@bloomvale/shared/catalogue/catalogue-diff';
import { bare } from '@bloomvale/shared/catalogue/content-fields';
import { LocalisedSchema } from '@bloomvale/shared/content/text';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { Button } from '../../../ui/parts/button.tsx';
import { Glyph } from '../../../ui/parts/icon.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { blankOf } from './blank.ts';
import { CheckField, ChoiceField, EnumField, MonthField, MonthsField } from './choice-fields.tsx';
import { fieldId, useForm } from './form-context.ts';
import { choiceOf, labelOf } from './labels.ts';
import { NumberField } from './number-field.tsx';
import { choicesOf } from './references.ts';
import { fieldValue, type Path } from './set-path.ts';
import { ListField, LocalisedField, TextField } from './text-fields.tsx';

type Props = { readonly path: Path; readonly schema: z.core.$ZodType };

const isAbsent = (value: Json): boolean => value === null;
const mayBeAbsent = (schema: z.core.$ZodType): boolean =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodNullable;

/** The field, or fields, that a schema asks for. New fields of the catalogue appear in the console by being in its schema. */
export function SchemaField({ path, schema }: Props): ReactNode {
  const { section, now, entry } = useForm();
  const { locale } = useWords();
  const optional = mayBeAbsent(schema);
  const value = bare(schema);
  const choices =
    value instanceof z.ZodString || value instanceof z.ZodEnum ? choicesOf(now, section, path, locale) : null;
  if (choices !== null) return <ChoiceField path={path} choices={choices} optional={optional} />;
  if (value instanceof z.ZodString) return <TextField path={path} schema={value} optional={optional} />;
  if (value instanceof z.ZodNumber) {
    return path.at(-1) === 'planting' ? (
      <MonthField path={path} />
    ) : (
      <NumberField path={path} schema={value} optional={optional} />
    );
  }
  if (value instanceof z.ZodBoolean) return <CheckField path={path} />;
  if (value instanceof z.ZodEnum)
    return <EnumField path={path} options={value.options as string[]} optional={optional} />;
  if (value instanceof z.ZodLiteral) return null;
  if (optional && isAbsent(fieldValue(entry, path))) return <Absent path={path} schema={value} />;
  if (value === LocalisedSchema || isLocalised(value)) return <LocalisedField path={path} />;
  if (value instanceof z.ZodObject) return <Group path={path} schema={value} optional={optional} />;
  if (value instanceof z.ZodRecord) return <Keyed path={path} schema={value} />;
  if (value instanceof z.ZodTuple) return <Items path={path} items={value.def.items} />;
  if (value instanceof z.ZodArray) return <List path={path} schema={value} optional={optional} />;
  if (value instanceof z.ZodDiscriminatedUnion) return <Kinds path={path} schema={value} />;
  return null;
}

const isLocalised = (schema: z.core.$ZodType): boolean =>
  schema instanceof z.ZodObject && Object.keys(schema.shape).join() === 'en,fr';

/** Something that may be missing: a button that begins it. */
function Absent({ path, schema }: Props) {
  const words = useWords();
  const { section, set, readOnly } = useForm();
  const begin = (): void => set(path, schema instanceof z.ZodArray ? [blankOf(schema.element)] : blankOf(schema));
  return (
    <div className="full">
      <Button id={fieldId(path)} onClick={begin} aria-disabled={readOnly || undefined}>
        <Glyph name="plus" /> {words.t('form.add', { what: labelOf(words, section, path) })}
      </Button>
    </div>
  );
}

function Remove({ path, what }: { path: Path; what: string }) {
  const { t } = useWords();
  const { set, readOnly } = useForm();
  if (readOnly) return null;
  return (
    <Button look="quiet" onClick={() => set(path, null)}>
      {t('form.remove', { what })}
    </Button>
  );
}

function Group({ path, schema, optional }: { path: Path; schema: z.ZodObject; optional: boolean }) {
  const words = useWords();
  const { section } = useForm();
  const label = labelOf(words, section, path);
  const fields = Object.entries(schema.shape as Record<string, z.core.$ZodType>);
  return (
    <fieldset className="full group" id={fieldId(path)}>
      <legend className="label">{label}</legend>
      <div className="form">
        {fields.map(([key, field]) => (
          <SchemaField key={key} path={[...path, key]} schema={field} />
        ))}
      </div>
      {optional ? <Remove path={path} what={label} /> : null}
    </fieldset>
  );
}

/** One value for each key: needs of the family, sectors. */
function Keyed({ path, schema }: { path: Path; schema: z.ZodRecord }) {
  const words = useWords();
  const { section, entry } = useForm();
  const value = fieldValue(entry, path);
  const keys =
    schema.keyType instanceof z.ZodEnum ? (schema.keyType.options as string[]) : Object.keys((value ?? {}) as object);
  return (
    <fieldset className="full group" id={fieldId(path)}>
      <legend className="label">{labelOf(words, section, path)}</legend>
      <div className="form">
        {keys.map((key) => (
          <SchemaField key={key} path={[...path, key]} schema={schema.valueType as z.core.$ZodType} />
        ))}
      </div>
    </fieldset>
  );
}

function Items({ path, items }: { path: Path; items: readonly z.core.$ZodType[] }) {
  const words = useWords();
  const { section } = useForm();
  return (
    <fieldset className="full group" id={fieldId(path)}>
      <legend className="label">{labelOf(words, section, path)}</legend>
      <div className="form form--items">
        {items.map((item, i) => (
          // The places of a tuple are its names.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <Numbered key={i} index={i}>
            <SchemaField path={[...path, i]} schema={item} />
          </Numbered>
        ))}
      </div>
    </fieldset>
  );
}

const Numbered = ({ index, children }: { index: number; children: ReactNode }) => (
  <div className="numbered">
    <span className="muted num" aria-hidden="true">
      {index + 1}
    </span>
    {children}
  </div>
);

function List({ path, schema, optional }: { path: Path; schema: z.ZodArray; optional: boolean }) {
  const words = useWords();
  const { t } = words;
  const { section, entry, set, readOnly } = useForm();
  const element = bare(schema.element);
  if (element instanceof z.ZodNumber && element.maxValue === 11) return <MonthsField path={path} />;
  if (element instanceof z.ZodNumber) return <ListField path={path} numbers />;
  if (element instanceof z.ZodString || element instanceof z.ZodEnum) return <ListField path={path} numbers={false} />;
  const value = fieldValue(entry, path);
  const items = Array.isArray(value) ? value : [];
  const label = labelOf(words, section, path);
  // Taking the last item of an optional list away takes the list away: an empty one is not allowed.
  const without = (i: number): void => {
    const left = items.filter((_, at) => at !== i);
    set(path, left.length === 0 && optional ? null : left);
  };
  return (
    <fieldset className="full group" id={fieldId(path)}>
      <legend className="label">{label}</legend>
      {items.map((_, i) => (
        // An item has no name of its own; its place is what findings call it too.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <fieldset className="item" key={i}>
          <legend className="muted">{t('form.item', { label, number: i + 1 })}</legend>
          <div className="form">
            {element instanceof z.ZodObject && !isLocalised(element) ? (
              Object.entries(element.shape as Record<string, z.core.$ZodType>).map(([key, field]) => (
                <SchemaField key={key} path={[...path, i, key]} schema={field} />
              ))
            ) : (
              <SchemaField path={[...path, i]} schema={element} />
            )}
          </div>
          {readOnly ? null : (
            <Button look="quiet" onClick={() => without(i)}>
              {t('form.removeItem', { label, number: i + 1 })}
            </Button>
          )}
        </fieldset>
      ))}
      {readOnly ? null : (
        <Button onClick={() => set(path, [...items, blankOf(element)])}>
          <Glyph name="plus" /> {t('form.add', { what: label })}
        </Button>
      )}
    </fieldset>
  );
}

/** One of several shapes, told apart by `kind`. */
function Kinds({ path, schema }: { path: Path; schema: z.ZodDiscriminatedUnion }) {
  const words = useWords();
  const { section, entry, set, readOnly } = useForm();
  const tag = schema.def.discriminator;
  const options = schema.def.options.filter((option) => option instanceof z.ZodObject);
  const nameOf = (option: z.ZodObject): string => String((option.shape[tag] as z.ZodLiteral).def.values[0]);
  const chosen = options.find((option) => nameOf(option) === fieldValue(entry, [...path, tag]));
  const id = fieldId([...path, tag]);
  return (
    <fieldset className="full group" id={fieldId(path)}>
      <legend className="label">{labelOf(words, section, path)}</legend>
      <div className="form">
        <div className="field">
          <label htmlFor={id}>{labelOf(words, section, [...path, tag])}</label>
          <select
            id={id}
            className="select"
            value={chosen === undefined ? '' : nameOf(chosen)}
            disabled={readOnly}
            onChange={({ target }) => {
              const next = options.find((one) => nameOf(one) === target.value);
              if (next !== undefined) set(path, blankOf(next));
            }}
          >
            {options.map((one) => (
              <option key={nameOf(one)} value={nameOf(one)}>
                {choiceOf(words, nameOf(one))}
              </option>
            ))}
          </select>
        </div>
        {chosen === undefined
          ? null
          : Object.entries(chosen.shape as Record<string, z.core.$ZodType>)
              .filter(([key]) => key !== tag)
              .map(([key, field]) => <SchemaField key={key} path={[...path, key]} schema={field} />)}
      </div>
    </fieldset>
  );
}
