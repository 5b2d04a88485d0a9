import type { Migration } from './migration.ts';

/** The catalogue as versions that operators draft, propose and publish, and a trail of what they did. */
export const catalogueVersions: Migration = {
  version: 7,
  name: 'catalogue-versions',
  statements: ({ int, strict, appendOnly }) => [
    `CREATE TABLE catalogue_version (
      number ${int} NOT NULL PRIMARY KEY CHECK (number > 0),
      hash TEXT NOT NULL,
      content TEXT NOT NULL,
      at ${int} NOT NULL,
      author TEXT NOT NULL,
      author_name TEXT NOT NULL,
      note TEXT NOT NULL,
      origin TEXT NOT NULL CHECK (origin IN ('seed', 'publish', 'rollback')),
      parent ${int} REFERENCES catalogue_version (number)
    ) ${strict}`,
    'CREATE INDEX catalogue_version_hash ON catalogue_version (hash, number)',
    ...appendOnly('catalogue_version'),
    `CREATE TABLE catalogue_draft (
      id ${int} NOT NULL PRIMARY KEY CHECK (id > 0),
      title TEXT NOT NULL,
      base ${int} NOT NULL REFERENCES catalogue_version (number),
      changes TEXT NOT NULL,
      change_count ${int} NOT NULL CHECK (change_count >= 0),
      revision ${int} NOT NULL CHECK (revision >= 0),
      state TEXT NOT NULL CHECK (state IN ('open', 'asked', 'published', 'discarded')),
      created_by TEXT NOT NULL,
      created_by_name TEXT NOT NULL,
      created_at ${int} NOT NULL,
      updated_by TEXT NOT NULL,
      updated_by_name TEXT NOT NULL,
      updated_at ${int} NOT NULL,
      published_as ${int} REFERENCES catalogue_version (number),
      CHECK ((state = 'published') = (published_as IS NOT NULL))
    ) ${strict}`,
    'CREATE INDEX catalogue_draft_state ON catalogue_draft (state, updated_at, id)',
    `CREATE TABLE proposal (
      id ${int} NOT NULL PRIMARY KEY CHECK (id > 0),
      kind TEXT NOT NULL,
      subject TEXT NOT NULL,
      payload TEXT NOT NULL,
      reason TEXT NOT NULL,
      four_eyes ${int} NOT NULL CHECK (four_eyes IN (0, 1)),
      because TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('waiting', 'scheduled', 'done', 'refused', 'withdrawn', 'failed')),
      asked_by TEXT NOT NULL,
      asked_by_name TEXT NOT NULL,
      asked_at ${int} NOT NULL,
      decided_by TEXT,
      decided_by_name TEXT,
      decided_at ${int},
      due_at ${int},
      outcome TEXT NOT NULL,
      -- Whoever asked is no second pair of eyes.
      CHECK (four_eyes = 0 OR state IN ('waiting', 'withdrawn', 'refused', 'failed') OR (decided_by IS NOT NULL AND decided_by <> asked_by))
    ) ${strict}`,
    'CREATE INDEX proposal_state ON proposal (state, id)',
    `CREATE INDEX proposal_due ON proposal (due_at, id) WHERE state = 'scheduled'`,
    `CREATE TABLE audit_line (
      id ${int} NOT NULL PRIMARY KEY,
      at ${int} NOT NULL,
      actor TEXT NOT NULL,
      actor_name TEXT NOT NULL,
      role TEXT NOT NULL,
      action TEXT NOT NULL,
      subject TEXT NOT NULL,
      detail TEXT NOT NULL,
      reason TEXT NOT NULL
    ) ${strict}`,
    'CREATE INDEX audit_line_subject ON audit_line (subject, id)',
    'CREATE INDEX audit_line_actor ON audit_line (actor, id)',
    ...appendOnly('audit_line'),
  ],
};
