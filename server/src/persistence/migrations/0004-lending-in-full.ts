import type { Migration } from './migration.ts';

const KEPT = 'loan_id, idx, source, player_id, amount, received, refunded, forgiven, lost, covered, at';

/**
 * A lend may be taken back, so a contribution may come down to nothing: its check is relaxed, which SQLite only does by writing the table
 * anew. What came back after a default is kept apart from ordinary repayments; for older loans it is read off the journal. Loans know the
 * chapter of the story they belong to; players follow loans and may have auto-lend.
 */
export const lendingInFull: Migration = {
  version: 4,
  name: 'lending-in-full',
  statements: ({ int, strict, keyed, appendOnly }) => [
    `CREATE TABLE contribution_new (
      loan_id TEXT NOT NULL REFERENCES loan (id),
      idx ${int} NOT NULL CHECK (idx >= 0),
      source TEXT NOT NULL,
      player_id TEXT REFERENCES player (id),
      amount ${int} NOT NULL CHECK (amount >= 0),
      received ${int} NOT NULL CHECK (received >= 0),
      recovered ${int} NOT NULL CHECK (recovered >= 0),
      handed_back ${int} NOT NULL CHECK (handed_back >= 0),
      refunded ${int} NOT NULL CHECK (refunded >= 0),
      forgiven ${int} NOT NULL CHECK (forgiven >= 0),
      lost ${int} NOT NULL CHECK (lost >= 0),
      covered ${int} NOT NULL CHECK (covered >= 0 AND covered <= lost),
      at ${int} NOT NULL,
      lend_id TEXT NOT NULL,
      lend_amount ${int} NOT NULL CHECK (lend_amount >= 0),
      lend_at ${int} NOT NULL,
      PRIMARY KEY (loan_id, idx),
      CHECK (received + refunded + forgiven + lost <= amount),
      CHECK (recovered + handed_back <= received)
    ) ${keyed}`,
    `INSERT INTO contribution_new (${KEPT}, recovered, handed_back, lend_id, lend_amount, lend_at)
      SELECT ${KEPT.split(', ')
        .map((column) => `c.${column}`)
        .join(', ')}, coalesce(r.amount, 0), 0, '', 0, 0
      FROM contribution AS c LEFT JOIN (
        SELECT ref, cast(sum(amount) AS ${int}) AS amount FROM transfer WHERE kind = 'recover' GROUP BY ref
      ) AS r ON r.ref = 'contribution:' || c.loan_id || '/' || c.idx`,
    'DROP TABLE contribution',
    'ALTER TABLE contribution_new RENAME TO contribution',
    'CREATE INDEX contribution_player ON contribution (player_id) WHERE player_id IS NOT NULL',
    `ALTER TABLE loan ADD COLUMN chapter ${int} NOT NULL DEFAULT 0`,
    `CREATE TABLE follow (
      player_id TEXT NOT NULL REFERENCES player (id),
      loan_id TEXT NOT NULL REFERENCES loan (id),
      following ${int} NOT NULL CHECK (following IN (0, 1)),
      at ${int} NOT NULL,
      PRIMARY KEY (player_id, loan_id)
    ) ${keyed}`,
    'CREATE INDEX follow_loan ON follow (loan_id) WHERE following = 1',
    `CREATE TABLE auto_lend (
      player_id TEXT NOT NULL PRIMARY KEY REFERENCES player (id),
      active ${int} NOT NULL CHECK (active IN (0, 1)),
      rules TEXT NOT NULL,
      since ${int},
      base_back ${int} NOT NULL,
      base_lost ${int} NOT NULL,
      lent ${int} NOT NULL CHECK (lent >= 0),
      day ${int} NOT NULL,
      day_lent ${int} NOT NULL CHECK (day_lent >= 0),
      count ${int} NOT NULL CHECK (count >= 0),
      stopped TEXT NOT NULL,
      stopped_at ${int}
    ) ${keyed}`,
    'CREATE INDEX auto_lend_active ON auto_lend (player_id) WHERE active = 1',
    `CREATE TABLE auto_lend_line (
      id ${int} NOT NULL PRIMARY KEY,
      player_id TEXT NOT NULL REFERENCES player (id),
      at ${int} NOT NULL,
      kind TEXT NOT NULL,
      loan_id TEXT,
      amount ${int} NOT NULL CHECK (amount >= 0),
      data TEXT NOT NULL
    ) ${strict}`,
    'CREATE INDEX auto_lend_line_player ON auto_lend_line (player_id, id)',
    ...appendOnly('auto_lend_line'),
  ],
};
