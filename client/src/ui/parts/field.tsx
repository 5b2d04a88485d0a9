import { type ComponentProps, useId } from 'react';
import { Glyph } from './icon.tsx';

type Props = Omit<ComponentProps<'input'>, 'id'> & {
  readonly label: string;
  readonly hint?: string;
  /** Replaces the hint and keeps what was typed. */
  readonly error?: string | null;
};

export function Field({ label, hint, error = null, ...rest }: Props) {
  const id = useId();
  const help = useId();
  const note = error ?? hint;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        className="input"
        {...rest}
        id={id}
        aria-invalid={error === null ? undefined : true}
        aria-describedby={note === undefined ? undefined : help}
      />
      {error === null ? (
        note === undefined ? null : (
          <p className="hint" id={help}>
            {note}
          </p>
        )
      ) : (
        <p className="error" id={help}>
          <Glyph name="warning-circle" /> {error}
        </p>
      )}
    </div>
  );
}
