import type { Migration, SqlDialect } from './migration.ts';

/** Identity, play and lending of issue "First playable", and the ledger under them. */
export const firstVillage: Migration = {
  version: 1,
  name: 'first-village',
  statements: (sql) => [...world(sql), ...people(sql), ...ledger(sql), ...lending(sql), ...service(sql)],
};

const world = ({ int, strict, keyed }: SqlDialect): string[] => [
  `CREATE TABLE meta (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) ${keyed}`,
  `CREATE TABLE clock_segment (
    real_from ${int} NOT NULL PRIMARY KEY,
    sim_from ${int} NOT NULL,
    month_seconds ${int} NOT NULL CHECK (month_seconds >= 0),
    reason TEXT NOT NULL
  ) ${strict}`,
  `CREATE TABLE season (
    id ${int} NOT NULL PRIMARY KEY,
    starts_at ${int} NOT NULL,
    ends_at ${int} NOT NULL CHECK (ends_at > starts_at),
    commitment TEXT NOT NULL,
    revealed TEXT
  ) ${strict}`,
  `CREATE TABLE village (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    created_at ${int} NOT NULL,
    lots TEXT NOT NULL,
    shops TEXT NOT NULL,
    listed_count ${int} NOT NULL,
    starter_count ${int} NOT NULL,
    version ${int} NOT NULL
  ) ${strict}`,
];

const people = ({ int, strict, keyed }: SqlDialect): string[] => [
  `CREATE TABLE player (
    id TEXT NOT NULL PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    look TEXT NOT NULL,
    village_id TEXT NOT NULL REFERENCES village (id),
    lot ${int} NOT NULL,
    locale TEXT NOT NULL,
    created_at ${int} NOT NULL,
    seen_at ${int} NOT NULL,
    deleted_at ${int},
    report_day ${int} NOT NULL,
    report_count ${int} NOT NULL
  ) ${strict}`,
  `CREATE INDEX player_village ON player (village_id, lot)`,
  `CREATE INDEX player_seen ON player (seen_at)`,
  `CREATE TABLE household (
    player_id TEXT NOT NULL PRIMARY KEY REFERENCES player (id),
    doc TEXT NOT NULL,
    version ${int} NOT NULL
  ) ${keyed}`,
  `CREATE TABLE lender (
    player_id TEXT NOT NULL PRIMARY KEY REFERENCES player (id),
    outstanding ${int} NOT NULL CHECK (outstanding >= 0),
    lent ${int} NOT NULL CHECK (lent >= 0),
    received ${int} NOT NULL CHECK (received >= 0),
    refunded ${int} NOT NULL CHECK (refunded >= 0),
    lost ${int} NOT NULL CHECK (lost >= 0),
    starters ${int} NOT NULL CHECK (starters >= 0),
    covered_at ${int},
    seen_seq ${int} NOT NULL
  ) ${keyed}`,
  `CREATE TABLE block (
    player_id TEXT NOT NULL REFERENCES player (id),
    target TEXT NOT NULL,
    blocked ${int} NOT NULL CHECK (blocked IN (0, 1)),
    at ${int} NOT NULL,
    PRIMARY KEY (player_id, target)
  ) ${keyed}`,
  `CREATE TABLE report (
    id ${int} NOT NULL PRIMARY KEY,
    player_id TEXT NOT NULL REFERENCES player (id),
    target TEXT NOT NULL,
    reason TEXT NOT NULL,
    at ${int} NOT NULL
  ) ${strict}`,
  `CREATE INDEX report_player ON report (player_id)`,
  `CREATE TABLE goods_movement (
    id ${int} NOT NULL PRIMARY KEY,
    player_id TEXT NOT NULL REFERENCES player (id),
    good TEXT NOT NULL,
    quantity ${int} NOT NULL CHECK (quantity > 0),
    from_place TEXT NOT NULL,
    to_place TEXT NOT NULL CHECK (to_place <> from_place),
    at ${int} NOT NULL
  ) ${strict}`,
  `CREATE INDEX goods_movement_player ON goods_movement (player_id, id)`,
];

const ledger = ({ int, strict, keyed, appendOnly }: SqlDialect): string[] => [
  `CREATE TABLE account (
    id TEXT NOT NULL PRIMARY KEY,
    code ${int} NOT NULL,
    side TEXT NOT NULL CHECK (side IN ('D', 'C')),
    nonneg ${int} NOT NULL CHECK (nonneg IN (0, 1)),
    debits ${int} NOT NULL CHECK (debits >= 0),
    credits ${int} NOT NULL CHECK (credits >= 0),
    version ${int} NOT NULL,
    CHECK (nonneg = 0 OR (side = 'C' AND credits >= debits) OR (side = 'D' AND debits >= credits))
  ) ${keyed}`,
  // Totals that an audit has verified, up to the journal number in meta 'seal': a start checks only what came after.
  `CREATE TABLE account_seal (
    id TEXT NOT NULL PRIMARY KEY REFERENCES account (id),
    debits ${int} NOT NULL,
    credits ${int} NOT NULL
  ) ${keyed}`,
  `CREATE TABLE batch (
    id ${int} NOT NULL PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    at ${int} NOT NULL,
    sim ${int} NOT NULL,
    actor TEXT NOT NULL CHECK (actor <> ''),
    reason TEXT NOT NULL CHECK (reason <> ''),
    loan_id TEXT,
    reverses ${int} REFERENCES batch (id)
  ) ${strict}`,
  `CREATE UNIQUE INDEX batch_reverses ON batch (reverses) WHERE reverses IS NOT NULL`,
  `CREATE TABLE transfer (
    id ${int} NOT NULL PRIMARY KEY,
    batch_id ${int} NOT NULL REFERENCES batch (id),
    debit TEXT NOT NULL REFERENCES account (id),
    credit TEXT NOT NULL REFERENCES account (id),
    amount ${int} NOT NULL CHECK (amount > 0),
    kind TEXT NOT NULL,
    ref TEXT NOT NULL,
    debit_after ${int} NOT NULL,
    credit_after ${int} NOT NULL,
    CHECK (debit <> credit)
  ) ${strict}`,
  // Statements are asked for wallets only; the other accounts would double the price of every transfer.
  `CREATE INDEX transfer_from_wallet ON transfer (debit, id) WHERE debit >= 'wallet:' AND debit < 'wallet;'`,
  `CREATE INDEX transfer_to_wallet ON transfer (credit, id) WHERE credit >= 'wallet:' AND credit < 'wallet;'`,
  ...appendOnly('batch'),
  ...appendOnly('transfer'),
];

const lending = ({ int, strict, keyed, appendOnly }: SqlDialect): string[] => [
  `CREATE TABLE loan (
    id TEXT NOT NULL PRIMARY KEY,
    village_id TEXT NOT NULL REFERENCES village (id),
    entrepreneur TEXT NOT NULL,
    product TEXT NOT NULL,
    partner TEXT NOT NULL,
    grade TEXT NOT NULL,
    starter ${int} NOT NULL CHECK (starter IN (0, 1)),
    season ${int} NOT NULL REFERENCES season (id),
    commitment TEXT NOT NULL,
    name TEXT NOT NULL,
    short_name TEXT NOT NULL,
    terms TEXT NOT NULL,
    plan TEXT NOT NULL,
    chain TEXT NOT NULL,
    state TEXT NOT NULL,
    funding TEXT NOT NULL CHECK (funding IN ('fixed', 'flexible')),
    amount ${int} NOT NULL CHECK (amount > 0),
    raised ${int} NOT NULL CHECK (raised >= 0 AND raised <= amount),
    principal ${int} NOT NULL CHECK (principal >= 0 AND principal <= raised),
    repaid ${int} NOT NULL CHECK (repaid >= 0),
    written_off ${int} NOT NULL CHECK (written_off >= 0),
    recovered ${int} NOT NULL CHECK (recovered >= 0),
    forgiven ${int} NOT NULL CHECK (forgiven >= 0),
    forgiven_after_default ${int} NOT NULL CHECK (forgiven_after_default >= 0),
    fx_loss ${int} NOT NULL CHECK (fx_loss >= 0),
    refunded ${int} NOT NULL CHECK (refunded >= 0),
    rescheduled_count ${int} NOT NULL,
    schedule_version ${int} NOT NULL,
    window_ends_at ${int} NOT NULL,
    opened_at ${int} NOT NULL,
    opened_sim ${int} NOT NULL,
    funded_at ${int},
    disbursed_at ${int},
    disbursed_sim ${int},
    closed_at ${int},
    wake_sim ${int},
    contributions ${int} NOT NULL,
    lenders ${int} NOT NULL,
    pool_lent ${int} NOT NULL,
    version ${int} NOT NULL,
    CHECK (repaid + forgiven + fx_loss + refunded + written_off <= principal)
  ) ${strict}`,
  `CREATE INDEX loan_village_state ON loan (village_id, state, entrepreneur, opened_at)`,
  `CREATE INDEX loan_wake ON loan (wake_sim) WHERE wake_sim IS NOT NULL`,
  `CREATE INDEX loan_open ON loan (window_ends_at) WHERE state = 'fundraising'`,
  `CREATE INDEX loan_season_open ON loan (season) WHERE closed_at IS NULL`,
  `CREATE TABLE contribution (
    loan_id TEXT NOT NULL REFERENCES loan (id),
    idx ${int} NOT NULL CHECK (idx >= 0),
    source TEXT NOT NULL,
    player_id TEXT REFERENCES player (id),
    amount ${int} NOT NULL CHECK (amount > 0),
    received ${int} NOT NULL CHECK (received >= 0),
    refunded ${int} NOT NULL CHECK (refunded >= 0),
    forgiven ${int} NOT NULL CHECK (forgiven >= 0),
    lost ${int} NOT NULL CHECK (lost >= 0),
    covered ${int} NOT NULL CHECK (covered >= 0 AND covered <= lost),
    at ${int} NOT NULL,
    PRIMARY KEY (loan_id, idx),
    CHECK (received + refunded + forgiven + lost <= amount)
  ) ${keyed}`,
  `CREATE INDEX contribution_player ON contribution (player_id) WHERE player_id IS NOT NULL`,
  `CREATE TABLE loan_event (
    id ${int} NOT NULL PRIMARY KEY,
    loan_id TEXT NOT NULL REFERENCES loan (id),
    at ${int} NOT NULL,
    sim ${int} NOT NULL,
    kind TEXT NOT NULL,
    data TEXT NOT NULL
  ) ${strict}`,
  `CREATE INDEX loan_event_loan ON loan_event (loan_id, id)`,
  ...appendOnly('loan_event'),
];

const service = ({ int, strict }: SqlDialect): string[] => [
  `CREATE TABLE command (
    id TEXT NOT NULL PRIMARY KEY,
    player_id TEXT NOT NULL,
    type TEXT NOT NULL,
    hash TEXT NOT NULL,
    reply TEXT NOT NULL,
    at ${int} NOT NULL
  ) ${strict}`,
  `CREATE INDEX command_at ON command (at)`,
  `CREATE TABLE outbox (id ${int} NOT NULL PRIMARY KEY, at ${int} NOT NULL, events TEXT NOT NULL) ${strict}`,
  `CREATE INDEX outbox_at ON outbox (at)`,
];
