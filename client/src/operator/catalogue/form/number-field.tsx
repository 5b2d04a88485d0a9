import { useEffect, useState } from 'react';
import type { z } from 'zod';
import { useWords } from '../../i18n/use-words.ts';
import { FieldFrame } from './field-frame.tsx';
import { useForm } from './form-context.ts';
import { parseNumber, toShown, toStored } from './parse-number.ts';
import { fieldValue, type Path } from './set-path.ts';
import { unitOf } from './units.ts';

type Props = { readonly path: Path; readonly schema: z.ZodNumber; readonly optional?: boolean };

/** A figure in the unit people think in. What is no number stays in the field, with a word about it, and the catalogue keeps the last one. */
export function NumberField({ path, schema, optional = false }: Props) {
  const words = useWords();
  const { t, locale } = words;
  const { section, entry, live, set, readOnly } = useForm();
  const { unit, scale } = unitOf(section, path, schema);
  const stored = fieldValue(entry, path);
  const was = fieldValue(live, path);
  const write = (value: number): string => {
    const shown = String(toShown(value, scale));
    return locale === 'fr' ? shown.replace('.', ',') : shown;
  };
  const text = typeof stored === 'number' ? write(stored) : '';
  const [typed, setTyped] = useState(text);
  // Undo, a merge or another entry: what stands there now, unless it is the same number typed another way.
  useEffect(() => {
    setTyped((before) => {
      const number = parseNumber(before);
      return number !== null && toStored(number, scale) === stored ? before : text;
    });
  }, [text, stored, scale]);
  const empty = typed.trim() === '';
  const fault = parseNumber(typed) === null && !(empty && optional) ? t('form.notANumber') : null;
  const change = (next: string): void => {
    setTyped(next);
    const number = parseNumber(next);
    if (number !== null) set(path, toStored(number, scale));
    else if (optional && next.trim() === '') set(path, null);
  };
  const hint = typeof was === 'number' && was !== stored ? t('form.was', { value: write(was) }) : null;
  return (
    <FieldFrame path={path} fault={fault} hint={hint}>
      {(described) => (
        <span className="row">
          <input
            {...described}
            className="input"
            inputMode="decimal"
            value={typed}
            readOnly={readOnly}
            onChange={({ target }) => change(target.value)}
          />
          {unit === null ? null : <span className="muted nowrap">{t(`unit.${unit}`)}</span>}
        </span>
      )}
    </FieldFrame>
  );
}
