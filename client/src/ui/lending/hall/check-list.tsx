import { useId, useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { useTexts } from '../../use-texts.ts';

export type CheckOption<V extends string> = { readonly value: V; readonly label: string; readonly count: number };
type Props<V extends string> = {
  readonly legend: string;
  readonly options: readonly CheckOption<V>[];
  readonly chosen: readonly V[];
  readonly onChange: (chosen: readonly V[]) => void;
  /** Options shown before "more": chosen ones always are. */
  readonly first?: number;
  /** What the quiet button says that shows the rest. */
  readonly more?: (count: number) => string;
};

/** Boxes of which any number may be ticked; none means all. The count beside each is what the whole list holds. */
export function CheckList<V extends string>({ legend, options, chosen, onChange, first, more }: Props<V>) {
  const { integer } = useTexts();
  const [all, setAll] = useState(false);
  const id = useId();
  const shown =
    all || first === undefined ? options : options.filter(({ value }, i) => i < first || chosen.includes(value));
  const toggle = (value: V, on: boolean): void =>
    onChange(on ? [...chosen, value] : chosen.filter((other) => other !== value));
  return (
    <fieldset aria-labelledby={id}>
      <legend className="label" id={id}>
        {legend}
      </legend>
      {shown.map(({ value, label, count }) => (
        <label key={value} className="check">
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={(event) => toggle(value, event.target.checked)}
          />
          {label} <span className="count">{integer(count)}</span>
        </label>
      ))}
      {shown.length < options.length && more !== undefined ? (
        <Button look="quiet" onClick={() => setAll(true)}>
          {more(options.length - shown.length)}
        </Button>
      ) : null}
    </fieldset>
  );
}
