export type TableShape<R> = {
  readonly name: string;
  readonly columns: readonly (keyof R & string)[];
  /** Primary key. */
  readonly key: readonly (keyof R & string)[];
  /** Column whose value a command names to have rows loaded; several rows may share it. */
  readonly loadBy: keyof R & string;
};

type Complete<R, C extends readonly (keyof R)[]> = Exclude<keyof R, C[number]> extends never ? C : never;

/** Declares a table; the compiler refuses a list that leaves a column out. */
export const shape =
  <R>() =>
  <const C extends readonly (keyof R & string)[]>(
    name: string,
    key: readonly (keyof R & string)[],
    loadBy: keyof R & string,
    columns: Complete<R, C>,
  ): TableShape<R> => ({ name, key, loadBy, columns });
