import { ScrollTable } from './scroll-table.tsx';

export type FigureTableProps = {
  readonly caption: string;
  /** Column heads; the first names the rows, the others hold figures. */
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** Figures in rows that have a name each. */
export const FigureTable = ({ caption, head, rows }: FigureTableProps) => (
  <ScrollTable label={caption} caption={caption}>
    <thead>
      <tr>
        {head.map((name, i) => (
          <th key={name} scope="col" className={i === 0 ? undefined : 'n'}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(([name = '', ...cells]) => (
        // Two rows may have one name: grades of one product.
        <tr key={`${name} ${cells.join(' ')}`}>
          <th scope="row">{name}</th>
          {cells.map((cell, i) => (
            // Cells of a row have a fixed order and no name of their own.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <td key={i} className="n">
              {cell}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </ScrollTable>
);
