import type { Migration } from './migration.ts';

/**
 * Reports of players are decided upon, what operators did to a player is kept and told, and the figures of the live page that no journal can
 * give afterwards are sampled. Loans are found by when they were funded and closed, and those that run among all others.
 */
export const moderationAndLive: Migration = {
  version: 8,
  name: 'moderation-and-live',
  statements: ({ int, strict, keyed, appendOnly }) => [
    `ALTER TABLE report ADD COLUMN closed_at ${int}`,
    `ALTER TABLE report ADD COLUMN action TEXT NOT NULL DEFAULT ''`,
    `ALTER TABLE report ADD COLUMN closed_by TEXT NOT NULL DEFAULT ''`,
    `ALTER TABLE report ADD COLUMN closed_by_name TEXT NOT NULL DEFAULT ''`,
    `ALTER TABLE report ADD COLUMN decision TEXT NOT NULL DEFAULT ''`,
    'CREATE INDEX report_open ON report (id) WHERE closed_at IS NULL',
    'CREATE INDEX report_closed ON report (closed_at, id) WHERE closed_at IS NOT NULL',
    'CREATE INDEX report_target ON report (target, id)',
    `CREATE TABLE operator_act (
      id TEXT NOT NULL PRIMARY KEY,
      player_id TEXT NOT NULL REFERENCES player (id),
      kind TEXT NOT NULL CHECK (kind IN ('warn', 'mute', 'rename', 'suspend', 'correction')),
      at ${int} NOT NULL,
      until ${int} CHECK (until > at),
      amount ${int} NOT NULL,
      reason TEXT NOT NULL CHECK (reason <> ''),
      lifted_at ${int},
      told_at ${int},
      CHECK ((until IS NOT NULL) = (kind IN ('mute', 'suspend')))
    ) ${keyed}`,
    'CREATE INDEX operator_act_player ON operator_act (player_id, at)',
    `CREATE TABLE live_sample (at ${int} NOT NULL PRIMARY KEY, figures TEXT NOT NULL) ${strict}`,
    ...appendOnly('live_sample'),
    'CREATE INDEX loan_funded ON loan (funded_at) WHERE funded_at IS NOT NULL',
    'CREATE INDEX loan_closed ON loan (closed_at) WHERE closed_at IS NOT NULL',
    `CREATE INDEX loan_running ON loan (id) WHERE state = 'in_repayment'`,
  ],
};
