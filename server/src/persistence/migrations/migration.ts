/** What differs between engines in a table's text (stack-facts.md 7). */
export type SqlDialect = {
  readonly name: 'sqlite' | 'postgres';
  /** 64-bit integer: money, instants, counters. */
  readonly int: 'INTEGER' | 'BIGINT';
  /** Ends a table definition. */
  readonly strict: 'STRICT' | '';
  /** Ends the definition of a small table with a text key: its rows lie in the key's own tree, half as many pages to write. */
  readonly keyed: 'STRICT, WITHOUT ROWID' | '';
  /** Statements by which a table refuses changes to rows that exist. */
  readonly appendOnly: (table: string) => readonly string[];
};

/** A numbered step of the schema. Once released it is never edited: its text is hashed, and a test pins the hash. */
export type Migration = {
  readonly version: number;
  readonly name: string;
  readonly statements: (sql: SqlDialect) => readonly string[];
};

/** `abort` in a trigger undoes the statement: neither a bug nor an operator rewrites the journal. */
export const SQLITE: SqlDialect = {
  name: 'sqlite',
  int: 'INTEGER',
  strict: 'STRICT',
  keyed: 'STRICT, WITHOUT ROWID',
  appendOnly: (table) =>
    (['UPDATE', 'DELETE'] as const).map(
      (verb) =>
        `CREATE TRIGGER ${table}_no_${verb.toLowerCase()} BEFORE ${verb} ON "${table}" BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`,
    ),
};
