import type { Json, Section } from '@bloomvale/shared/catalogue/catalogue-diff';
import { entrySchema, fieldSchema } from '@bloomvale/shared/catalogue/content-fields';
import type { Finding } from '@bloomvale/shared/catalogue/finding';
import { useCallback, useMemo, useRef } from 'react';
import { z } from 'zod';
import { edit } from '../editor/editor-store.ts';
import { LookField } from '../portrait/look-field.tsx';
import { Form, type FormContext } from './form-context.ts';
import { fieldsOf } from './layout.ts';
import { SchemaField } from './schema-field.tsx';
import { fieldChange, type Path } from './set-path.ts';

type Props = {
  readonly section: Section;
  readonly id: string | null;
  readonly now: Json;
  readonly entry: Json;
  readonly live: Json;
  readonly findings: readonly Finding[];
  readonly readOnly: boolean;
};

/** Every field of an entry, or of a part that is one entry, as its schema asks for them. */
export function EntryForm({ section, id, now, entry, live, findings, readOnly }: Props) {
  const latest = useRef(entry);
  latest.current = entry;
  const set = useCallback(
    (path: Path, after: Json): void =>
      edit([fieldChange(section, id, latest.current, path, after)], `${section} ${id} ${path.join('.')}`),
    [section, id],
  );
  const context = useMemo<FormContext>(
    () => ({ section, id, now, entry, live, findings, readOnly, set }),
    [section, id, now, entry, live, findings, readOnly, set],
  );
  const schema = entrySchema(section);
  const fields = useMemo(
    () => (schema instanceof z.ZodObject ? fieldsOf(section, schema.shape) : []),
    [section, schema],
  );
  return (
    <Form value={context}>
      <div className="form">
        {fields.map((path) => {
          const field = fieldSchema(section, path);
          if (section === 'entrepreneurs' && path[0] === 'look') return <LookField key="look" />;
          return field === null ? null : <SchemaField key={path.join('.')} path={path} schema={field} />;
        })}
      </div>
    </Form>
  );
}
