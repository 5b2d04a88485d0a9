import type { Migration } from './migration.ts';

/** Players borrow from the village fund: what the fund knows of each, and each loan. */
export const ownLoans: Migration = {
  version: 5,
  name: 'own-loans',
  statements: ({ int, strict, keyed }) => [
    `CREATE TABLE borrower (
      player_id TEXT NOT NULL PRIMARY KEY REFERENCES player (id),
      doc TEXT NOT NULL,
      version ${int} NOT NULL
    ) ${keyed}`,
    `CREATE TABLE own_loan (
      id TEXT NOT NULL PRIMARY KEY,
      player_id TEXT NOT NULL REFERENCES player (id),
      number ${int} NOT NULL CHECK (number > 0),
      state TEXT NOT NULL,
      owed ${int} NOT NULL CHECK (owed >= 0),
      doc TEXT NOT NULL,
      signed_at ${int} NOT NULL,
      closed_at ${int},
      version ${int} NOT NULL,
      CHECK ((state = 'in_repayment') = (closed_at IS NULL))
    ) ${strict}`,
    'CREATE UNIQUE INDEX own_loan_player ON own_loan (player_id, number)',
    // One at a time.
    `CREATE UNIQUE INDEX own_loan_running ON own_loan (player_id) WHERE state = 'in_repayment'`,
  ],
};
