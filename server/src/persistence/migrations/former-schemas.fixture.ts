/**
 * A small store as each schema wrote it, and what must be true of it after all later steps: a new migration adds an entry here with the
 * schema it ends in, and never touches the others.
 */
export type FormerSchema = {
  readonly version: number;
  readonly rows: readonly string[];
  /** A query of one value, and that value. */
  readonly expected: readonly (readonly [string, string | number])[];
};

export const FORMER_SCHEMAS: readonly FormerSchema[] = [
  {
    version: 1,
    rows: [
      `INSERT INTO meta VALUES ('lastInstant', '1700000000000')`,
      `INSERT INTO clock_segment VALUES (1700000000000, 0, 14400, 'start')`,
      `INSERT INTO season VALUES (1, 1700000000000, 1702592000000, 'c0ffee', NULL)`,
      `INSERT INTO village VALUES ('v1', 'Tilleul', 1700000000000, '["p1"]', '[]', 1, 0, 1)`,
      `INSERT INTO player VALUES ('p1', 'pub1', 'Alba Ash', 'a1', 'v1', 0, 'en', 1700000000000, 1700000000000, NULL, 0, 0)`,
      `INSERT INTO household VALUES ('p1', '{}', 1)`,
      `INSERT INTO lender VALUES ('p1', 2500, 2500, 0, 0, 0, 0, NULL, 0)`,
      `INSERT INTO account VALUES ('mint:welcome', 1000, 'D', 0, 4000, 0, 1), ('wallet:p1', 2000, 'C', 1, 2500, 4000, 2), ('escrow:l1', 3000, 'C', 1, 0, 2500, 1)`,
      `INSERT INTO batch VALUES (1, 'earn:welcome:p1:welcome', 'earn', 1700000000000, 0, 'player:p1', 'welcome gift', NULL, NULL)`,
      `INSERT INTO transfer VALUES (2, 1, 'mint:welcome', 'wallet:p1', 4000, 'earn', 'welcome', 4000, 4000)`,
      `INSERT INTO batch VALUES (3, 'lend:c1', 'lend', 1700000000001, 0, 'player:p1', 'lend', 'l1', NULL)`,
      `INSERT INTO transfer VALUES (4, 3, 'wallet:p1', 'escrow:l1', 2500, 'lend', 'contribution:l1/0', 1500, 2500)`,
      `INSERT INTO loan (id, village_id, entrepreneur, product, partner, grade, starter, season, commitment, name, short_name, terms, plan, chain, state, funding, amount, raised, principal, repaid, written_off, recovered, forgiven, forgiven_after_default, fx_loss, refunded, rescheduled_count, schedule_version, window_ends_at, opened_at, opened_sim, funded_at, disbursed_at, disbursed_sim, closed_at, wake_sim, contributions, lenders, pool_lent, version)
       VALUES ('l1', 'v1', 'awa', 'monthly-6', 'kapok', 'B', 0, 1, 'c0ffee', 'Awa Diop', 'Awa', '{}', '', '', 'fundraising', 'fixed', 20000, 2500, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2592000, 1700000000000, 0, NULL, NULL, NULL, NULL, 2592000, 1, 1, 0, 2)`,
      `INSERT INTO contribution VALUES ('l1', 0, 'player:p1', 'p1', 2500, 0, 0, 0, 0, 0, 1700000000001)`,
      `INSERT INTO loan_event VALUES (5, 'l1', 1700000000000, 0, 'listed', '{}')`,
      `INSERT INTO command VALUES ('c1', 'p1', 'loan.lend', 'h', '{"ok":true}', 1700000000001)`,
    ],
    expected: [
      [`SELECT credits - debits FROM account WHERE id = 'wallet:p1'`, 1_500],
      [`SELECT sum(amount) FROM transfer`, 6_500],
      [`SELECT raised FROM loan WHERE id = 'l1'`, 2_500],
      [`SELECT amount FROM contribution WHERE loan_id = 'l1' AND idx = 0`, 2_500],
      [`SELECT reply FROM command WHERE id = 'c1'`, '{"ok":true}'],
      [`SELECT name FROM player WHERE id = 'p1'`, 'Alba Ash'],
      [`SELECT course FROM loan WHERE id = 'l1'`, ''],
      [`SELECT region_root FROM season WHERE id = 1`, ''],
      [`SELECT region_months FROM season WHERE id = 1`, 0],
    ],
  },
  {
    version: 2,
    rows: [
      `INSERT INTO season VALUES (1, 1700000000000, 1702592000000, 'c0ffee', NULL, '["ke","sn"]', 'beef', 0, 228)`,
      `INSERT INTO village VALUES ('v1', 'Tilleul', 1700000000000, '[]', '[]', 1, 0, 1)`,
      `INSERT INTO loan (id, village_id, entrepreneur, product, partner, grade, starter, season, commitment, name, short_name, terms, plan, chain, course, state, funding, amount, raised, principal, repaid, written_off, recovered, forgiven, forgiven_after_default, fx_loss, refunded, rescheduled_count, schedule_version, window_ends_at, opened_at, opened_sim, funded_at, disbursed_at, disbursed_sim, closed_at, wake_sim, contributions, lenders, pool_lent, version)
       VALUES ('l1', 'v1', 'awa', 'monthly-6', 'kapok', 'B', 0, 1, 'c0ffee', 'Awa Diop', 'Awa', '{}', '', '', '{"contagion":true}', 'fundraising', 'fixed', 20000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2592000, 1700000000000, 0, NULL, NULL, NULL, NULL, 2592000, 0, 0, 0, 2)`,
    ],
    expected: [
      [`SELECT region_months FROM season WHERE id = 1`, 228],
      [`SELECT regions FROM season WHERE id = 1`, '["ke","sn"]'],
      [`SELECT course FROM loan WHERE id = 'l1'`, '{"contagion":true}'],
    ],
  },
  {
    version: 3,
    rows: [
      `INSERT INTO village VALUES ('v1', 'Tilleul', 1700000000000, '["p1",null]', '[]', 1, 0, 1)`,
      `INSERT INTO player VALUES ('p1', 'pub1', 'Alba Ash', 'a1', 'v1', 0, 'en', 1700000000000, 1700000000000, NULL, 0, 0)`,
      `INSERT INTO player VALUES ('p2', 'pub2', 'Ben Birch', 'a2', 'v1', -1, 'en', 1700000000000, 1700000000000, NULL, 0, 0)`,
    ],
    expected: [[`SELECT id FROM player INDEXED BY player_absent WHERE lot >= 0 AND deleted_at IS NULL`, 'p1']],
  },
  {
    version: 3,
    rows: [
      `INSERT INTO season VALUES (1, 1700000000000, 1702592000000, 'c0ffee', NULL, '[]', '', 0, 0)`,
      `INSERT INTO village VALUES ('v1', 'Tilleul', 1700000000000, '["p1"]', '[]', 1, 0, 1)`,
      `INSERT INTO player VALUES ('p1', 'pub1', 'Alba Ash', 'a1', 'v1', 0, 'en', 1700000000000, 1700000000000, NULL, 0, 0)`,
      `INSERT INTO account VALUES ('collect:l1', 3020, 'C', 1, 900, 900, 2), ('wallet:p1', 2000, 'C', 1, 0, 900, 1)`,
      `INSERT INTO batch VALUES (1, 'recover:l1:2', 'recover', 1700000000000, 0, 'system', 'recovery', 'l1', NULL)`,
      `INSERT INTO transfer VALUES (2, 1, 'collect:l1', 'wallet:p1', 500, 'recover', 'contribution:l1/0', 400, 500), (3, 1, 'collect:l1', 'wallet:p1', 400, 'recover', 'contribution:l1/0', 0, 900)`,
      `INSERT INTO loan (id, village_id, entrepreneur, product, partner, grade, starter, season, commitment, name, short_name, terms, plan, chain, course, state, funding, amount, raised, principal, repaid, written_off, recovered, forgiven, forgiven_after_default, fx_loss, refunded, rescheduled_count, schedule_version, window_ends_at, opened_at, opened_sim, funded_at, disbursed_at, disbursed_sim, closed_at, wake_sim, contributions, lenders, pool_lent, version)
       VALUES ('l1', 'v1', 'awa', 'monthly-6', 'kapok', 'B', 0, 1, 'c0ffee', 'Awa Diop', 'Awa', '{}', '', '', '', 'defaulted', 'fixed', 5000, 5000, 5000, 1000, 4000, 900, 0, 0, 0, 0, 0, 1, 2592000, 1700000000000, 0, NULL, NULL, NULL, NULL, NULL, 2, 1, 2500, 2)`,
      `INSERT INTO contribution VALUES ('l1', 0, 'player:p1', 'p1', 2500, 1400, 0, 0, 1100, 0, 1700000000001), ('l1', 1, 'community', NULL, 2500, 500, 0, 0, 2000, 0, 1700000000002)`,
    ],
    expected: [
      [`SELECT recovered FROM contribution WHERE loan_id = 'l1' AND idx = 0`, 900],
      [`SELECT recovered FROM contribution WHERE loan_id = 'l1' AND idx = 1`, 0],
      [`SELECT received FROM contribution INDEXED BY contribution_player WHERE player_id = 'p1'`, 1_400],
      [`SELECT lend_id FROM contribution WHERE loan_id = 'l1' AND idx = 0`, ''],
      [`SELECT chapter FROM loan WHERE id = 'l1'`, 0],
    ],
  },
  {
    version: 4,
    rows: [
      `INSERT INTO season VALUES (1, 1700000000000, 1702592000000, 'c0ffee', NULL, '[]', '', 0, 0)`,
      `INSERT INTO village VALUES ('v1', 'Tilleul', 1700000000000, '["p1"]', '[]', 1, 0, 1)`,
      `INSERT INTO player VALUES ('p1', 'pub1', 'Alba Ash', 'a1', 'v1', 0, 'en', 1700000000000, 1700000000000, NULL, 0, 0)`,
      `INSERT INTO loan (id, village_id, entrepreneur, product, partner, grade, starter, season, commitment, name, short_name, terms, plan, chain, course, state, funding, amount, raised, principal, repaid, written_off, recovered, forgiven, forgiven_after_default, fx_loss, refunded, rescheduled_count, schedule_version, window_ends_at, opened_at, opened_sim, funded_at, disbursed_at, disbursed_sim, closed_at, wake_sim, contributions, lenders, pool_lent, chapter, version)
       VALUES ('l1', 'v1', 'awa', 'monthly-6', 'kapok', 'B', 0, 1, 'c0ffee', 'Awa Diop', 'Awa', '{}', '', '', '', 'fundraising', 'fixed', 20000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2592000, 1700000000000, 0, NULL, NULL, NULL, NULL, 2592000, 1, 0, 0, 1, 2)`,
      `INSERT INTO contribution VALUES ('l1', 0, 'player:p1', 'p1', 0, 0, 0, 0, 0, 0, 0, 0, 1700000000001, '', 0, 1700000000001)`,
      `INSERT INTO follow VALUES ('p1', 'l1', 1, 1700000000001)`,
      `INSERT INTO auto_lend VALUES ('p1', 1, '{}', 1700000000001, 0, 0, 0, 0, 0, 0, '', NULL)`,
      `INSERT INTO auto_lend_line VALUES (1, 'p1', 1700000000001, 'on', NULL, 0, '{}')`,
    ],
    expected: [
      [`SELECT amount FROM contribution WHERE loan_id = 'l1'`, 0],
      [`SELECT chapter FROM loan WHERE id = 'l1'`, 1],
      [`SELECT player_id FROM follow INDEXED BY follow_loan WHERE loan_id = 'l1' AND following = 1`, 'p1'],
      [`SELECT player_id FROM auto_lend INDEXED BY auto_lend_active WHERE active = 1`, 'p1'],
      [`SELECT kind FROM auto_lend_line WHERE player_id = 'p1'`, 'on'],
    ],
  },
  {
    version: 5,
    rows: [
      `INSERT INTO village VALUES ('v1', 'Tilleul', 1700000000000, '["p1"]', '[]', 1, 0, 1)`,
      `INSERT INTO player VALUES ('p1', 'pub1', 'Alba Ash', 'a1', 'v1', 0, 'en', 1700000000000, 1700000000000, NULL, 0, 0)`,
      `INSERT INTO borrower VALUES ('p1', '{"signed":2}', 3)`,
      `INSERT INTO own_loan VALUES ('own-pub1-1', 'p1', 1, 'ended', 0, '{}', 1700000000000, 1700000000009, 6), ('own-pub1-2', 'p1', 2, 'in_repayment', 12600, '{}', 1700000000010, NULL, 2)`,
    ],
    expected: [
      [`SELECT owed FROM own_loan INDEXED BY own_loan_player WHERE player_id = 'p1' AND number = 2`, 12_600],
      [
        `SELECT id FROM own_loan INDEXED BY own_loan_running WHERE player_id = 'p1' AND state = 'in_repayment'`,
        'own-pub1-2',
      ],
      [`SELECT doc FROM borrower WHERE player_id = 'p1'`, '{"signed":2}'],
    ],
  },
  {
    version: 6,
    rows: [
      `INSERT INTO season VALUES (1, 1700000000000, 1702592000000, 'c0ffee', NULL, '[]', '', 0, 0)`,
      `INSERT INTO village VALUES ('v1', 'Tilleul', 1700000000000, '["p1"]', '[]', 1, 0, 1)`,
      `INSERT INTO player VALUES ('p1', 'pub1', 'Alba Ash', 'a1', 'v1', 0, 'en', 1700000000000, 1700000000000, NULL, 0, 0)`,
      `INSERT INTO loan (id, village_id, entrepreneur, product, partner, grade, starter, season, commitment, name, short_name, terms, plan, chain, course, state, funding, amount, raised, principal, repaid, written_off, recovered, forgiven, forgiven_after_default, fx_loss, refunded, rescheduled_count, schedule_version, window_ends_at, opened_at, opened_sim, funded_at, disbursed_at, disbursed_sim, closed_at, wake_sim, contributions, lenders, pool_lent, chapter, version)
       VALUES ('l1', 'v1', 'awa', 'monthly-6', 'kapok', 'B', 0, 1, 'c0ffee', 'Awa Diop', 'Awa', '{}', '', '', '', 'fundraising', 'fixed', 20000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2592000, 1700000000000, 0, NULL, NULL, NULL, NULL, 2592000, 1, 0, 0, 1, 2)`,
      `INSERT INTO letter VALUES ('l1.disbursed.pub1', 'p1', 'l1', 'disbursed', 7, 1700000000001, '{}', NULL)`,
      `INSERT INTO inbox VALUES ('p1', 1, 1)`,
      `INSERT INTO shop_visit VALUES ('l1.pub1', 'p1', 'l1', 1700000000002, 1, 1700000000002, 19675, '{}')`,
    ],
    expected: [
      [`SELECT id FROM letter INDEXED BY letter_player WHERE player_id = 'p1'`, 'l1.disbursed.pub1'],
      [`SELECT unread FROM inbox WHERE player_id = 'p1'`, 1],
      [`SELECT visits FROM shop_visit INDEXED BY shop_visit_player WHERE player_id = 'p1'`, 1],
    ],
  },
  {
    version: 7,
    rows: [
      `INSERT INTO catalogue_version VALUES (1, 'abc', '{}', 1700000000000, 'system', '', 'seed', 'seed', NULL), (2, 'def', '{}', 1700000000001, 'o1', 'Ada', 'more', 'publish', 1)`,
      `INSERT INTO catalogue_draft VALUES (1, 'more', 1, '[]', 0, 3, 'published', 'o1', 'Ada', 1700000000000, 'o1', 'Ada', 1700000000001, 2)`,
      `INSERT INTO proposal VALUES (1, 'publish', 'draft:1', '{}', 'more of it', 1, '["economy"]', 'done', 'o1', 'Ada', 1700000000000, 'o2', 'Ben', 1700000000001, NULL, '{}')`,
      `INSERT INTO audit_line VALUES (1, 1700000000001, 'operator:o2', 'Ben', 'publisher', 'catalogue.publish', 'version:2', '{}', 'more of it')`,
    ],
    expected: [
      [`SELECT number FROM catalogue_version INDEXED BY catalogue_version_hash WHERE hash = 'def'`, 2],
      [`SELECT title FROM catalogue_draft INDEXED BY catalogue_draft_state WHERE state = 'published'`, 'more'],
      [`SELECT subject FROM proposal INDEXED BY proposal_state WHERE state = 'done'`, 'draft:1'],
      [`SELECT action FROM audit_line INDEXED BY audit_line_subject WHERE subject = 'version:2'`, 'catalogue.publish'],
    ],
  },
  {
    version: 7,
    rows: [
      `INSERT INTO village VALUES ('v1', 'Tilleul', 1700000000000, '["p1"]', '[]', 1, 0, 1)`,
      `INSERT INTO player VALUES ('p1', 'pub1', 'Alba Ash', 'a1', 'v1', 0, 'en', 1700000000000, 1700000000000, NULL, 0, 0)`,
      `INSERT INTO report VALUES (1, 'p1', 'pub2', 'name', 1700000000000)`,
    ],
    expected: [
      [`SELECT target FROM report INDEXED BY report_open WHERE closed_at IS NULL`, 'pub2'],
      [`SELECT action FROM report INDEXED BY report_target WHERE target = 'pub2'`, ''],
    ],
  },
  {
    version: 8,
    rows: [
      `INSERT INTO season VALUES (1, 1700000000000, 1702592000000, 'c0ffee', NULL, '[]', '', 0, 0)`,
      `INSERT INTO village VALUES ('v1', 'Tilleul', 1700000000000, '["p1"]', '[]', 1, 0, 1)`,
      `INSERT INTO player VALUES ('p1', 'pub1', 'Alba Ash', 'a1', 'v1', 0, 'en', 1700000000000, 1700000000000, NULL, 0, 0)`,
      `INSERT INTO report VALUES (1, 'p1', 'pub1', 'name', 1700000000000, 1700000000005, 'mute', 'o1', 'Ada', 'seen it')`,
      `INSERT INTO operator_act VALUES ('report:1', 'p1', 'mute', 1700000000005, 1700086400005, 0, 'seen it', NULL, NULL)`,
      `INSERT INTO live_sample VALUES (1700000000000, '{"par30":0.05}')`,
      `INSERT INTO loan (id, village_id, entrepreneur, product, partner, grade, starter, season, commitment, name, short_name, terms, plan, chain, course, state, funding, amount, raised, principal, repaid, written_off, recovered, forgiven, forgiven_after_default, fx_loss, refunded, rescheduled_count, schedule_version, window_ends_at, opened_at, opened_sim, funded_at, disbursed_at, disbursed_sim, closed_at, wake_sim, contributions, lenders, pool_lent, chapter, version)
       VALUES ('l1', 'v1', 'awa', 'monthly-6', 'kapok', 'B', 0, 1, 'c0ffee', 'Awa Diop', 'Awa', '{}', '{}', '{}', '', 'in_repayment', 'fixed', 20000, 20000, 20000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2592000, 1700000000000, 0, 1700000000007, 1700000000007, 0, NULL, 2592000, 1, 1, 0, 0, 2)`,
    ],
    expected: [
      [`SELECT id FROM report INDEXED BY report_closed WHERE closed_at IS NOT NULL`, 1],
      [`SELECT kind FROM operator_act INDEXED BY operator_act_player WHERE player_id = 'p1'`, 'mute'],
      [`SELECT figures FROM live_sample WHERE at = 1700000000000`, '{"par30":0.05}'],
      [`SELECT id FROM loan INDEXED BY loan_funded WHERE funded_at >= 1700000000000 AND funded_at IS NOT NULL`, 'l1'],
      [`SELECT id FROM loan INDEXED BY loan_running WHERE state = 'in_repayment'`, 'l1'],
    ],
  },
];
