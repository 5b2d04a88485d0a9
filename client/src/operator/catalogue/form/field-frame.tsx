import { type ReactNode, useMemo } from 'react';
import { Glyph } from '../../../ui/parts/icon.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { fieldId, findingsAt, useForm } from './form-context.ts';
import { findingText, labelOf } from './labels.ts';
import type { Path } from './set-path.ts';

export type Described = {
  readonly id: string;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-describedby': string | undefined;
};
type Props = {
  readonly path: Path;
  readonly full?: boolean;
  readonly label?: string;
  /** A fault of what is typed, which the catalogue never hears of. */
  readonly fault?: string | null;
  readonly hint?: string | null;
  readonly children: (described: Described) => ReactNode;
};

/** Label, control, what was found about it. Every control of a form stands in one. */
export function FieldFrame({ path, full = false, label, fault = null, hint = null, children }: Props) {
  const words = useWords();
  const { section, findings } = useForm();
  const id = fieldId(path);
  const own = useMemo(() => findingsAt(findings, path), [findings, path]);
  const errors = own.filter(({ severity }) => severity === 'error');
  const notes = [...new Set([...(fault === null ? [] : [fault]), ...errors.map((one) => findingText(words, one))])];
  const warnings = [
    ...new Set(own.filter(({ severity }) => severity === 'warning').map((one) => findingText(words, one))),
  ];
  const wrong = notes.length > 0;
  const described = wrong || warnings.length > 0 || hint !== null;
  return (
    <div className={full ? 'field full' : 'field'}>
      <label htmlFor={id}>{label ?? labelOf(words, section, path)}</label>
      {children({
        id,
        'aria-invalid': wrong ? true : undefined,
        'aria-describedby': described ? `${id}-note` : undefined,
      })}
      {described ? (
        <div id={`${id}-note`}>
          {notes.map((note) => (
            <p className="error" key={note}>
              <Glyph name="warning-circle" /> {note}
            </p>
          ))}
          {warnings.map((note) => (
            <p className="hint" key={note}>
              {words.t('form.warning', { note })}
            </p>
          ))}
          {hint === null || wrong ? null : <p className="hint">{hint}</p>}
        </div>
      ) : null}
    </div>
  );
}
