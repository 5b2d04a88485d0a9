type Option<V extends string> = { readonly value: V; readonly label: string };

type Props<V extends string> = {
  readonly id: string;
  readonly value: V;
  readonly options: readonly Option<V>[];
  readonly onChange: (value: V) => void;
};

/**
 * The browser's own list to choose from, under words that wrap: its own field cuts what does not fit into one line, as at twice the text
 * size on a phone.
 */
export function Select<V extends string>({ id, value, options, onChange }: Props<V>) {
  return (
    <span className="select">
      <span aria-hidden="true">{options.find((option) => option.value === value)?.label}</span>
      <select
        id={id}
        value={value}
        onChange={({ target }) => {
          const chosen = options.find((option) => option.value === target.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  );
}
