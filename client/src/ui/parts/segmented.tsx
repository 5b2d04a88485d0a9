import type { ReactNode } from 'react';

type Option<V extends string> = { readonly value: V; readonly label: ReactNode; readonly lang?: string };
type Props<V extends string> = {
  readonly label: string;
  readonly value: V;
  readonly options: readonly Option<V>[];
  readonly onChange: (value: V) => void;
};

/** A few exclusive choices of which one is pressed. */
export function Segmented<V extends string>({ label, value, options, onChange }: Props<V>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot be laid out inside the pill
    <div className="segmented" role="group" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          lang={option.lang}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}
