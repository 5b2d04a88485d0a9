import type { Migration } from './migration.ts';

/** People write to those who lent to them, and keep their shops open to visitors. */
export const lettersAndVisits: Migration = {
  version: 6,
  name: 'letters-and-visits',
  statements: ({ int, strict, keyed }) => [
    `CREATE TABLE letter (
      id TEXT NOT NULL PRIMARY KEY,
      player_id TEXT NOT NULL REFERENCES player (id),
      loan_id TEXT NOT NULL REFERENCES loan (id),
      kind TEXT NOT NULL,
      number ${int} NOT NULL,
      at ${int} NOT NULL,
      data TEXT NOT NULL,
      read_at ${int}
    ) ${strict}`,
    'CREATE INDEX letter_player ON letter (player_id, number, id)',
    `CREATE TABLE inbox (
      player_id TEXT NOT NULL PRIMARY KEY REFERENCES player (id),
      letters ${int} NOT NULL CHECK (letters >= 0),
      unread ${int} NOT NULL CHECK (unread >= 0 AND unread <= letters)
    ) ${keyed}`,
    `CREATE TABLE shop_visit (
      id TEXT NOT NULL PRIMARY KEY,
      player_id TEXT NOT NULL REFERENCES player (id),
      loan_id TEXT NOT NULL REFERENCES loan (id),
      met_at ${int} NOT NULL,
      visits ${int} NOT NULL CHECK (visits > 0),
      last_at ${int} NOT NULL,
      day ${int} NOT NULL,
      traded TEXT NOT NULL
    ) ${strict}`,
    'CREATE INDEX shop_visit_player ON shop_visit (player_id)',
  ],
};
