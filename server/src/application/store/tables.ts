import type { AuditLineRow, CatalogueDraftRow, CatalogueVersionRow, ProposalRow } from './catalogue-rows.ts';
import type { BorrowerRow, InboxRow, LetterRow, OwnLoanRow, ShopVisitRow } from './growing-rows.ts';
import type { LiveSampleRow, OperatorActRow, ReportRow } from './moderation-rows.ts';
import { OPERATOR_TABLES } from './operator-tables.ts';
import type {
  AccountRow,
  AutoLendLineRow,
  AutoLendRow,
  BatchRow,
  BlockRow,
  ClockSegmentRow,
  CommandRow,
  ContributionRow,
  FollowRow,
  GoodsRow,
  HouseholdRow,
  LenderRow,
  LoanEventRow,
  LoanRow,
  MetaRow,
  OutboxRow,
  PlayerRow,
  SeasonRow,
  TransferRow,
  VillageRow,
} from './rows.ts';
import { shape, type TableShape } from './table-shape.ts';

/** Rows that change: loaded by one column, decided upon in memory, written back whole. */
export type KeptRows = {
  player: PlayerRow;
  household: HouseholdRow;
  lender: LenderRow;
  account: AccountRow;
  loan: LoanRow;
  contribution: ContributionRow;
  village: VillageRow;
  block: BlockRow;
  borrower: BorrowerRow;
  ownLoan: OwnLoanRow;
  letter: LetterRow;
  inbox: InboxRow;
  shopVisit: ShopVisitRow;
  follow: FollowRow;
  autoLend: AutoLendRow;
  season: SeasonRow;
  report: ReportRow;
  operatorAct: OperatorActRow;
  catalogueDraft: CatalogueDraftRow;
  proposal: ProposalRow;
  meta: MetaRow;
  command: CommandRow;
};
/** Rows that are only ever added. */
export type AddedRows = {
  batch: BatchRow;
  transfer: TransferRow;
  loanEvent: LoanEventRow;
  autoLendLine: AutoLendLineRow;
  goods: GoodsRow;
  outbox: OutboxRow;
  clockSegment: ClockSegmentRow;
  catalogueVersion: CatalogueVersionRow;
  auditLine: AuditLineRow;
  liveSample: LiveSampleRow;
};
export type Rows = KeptRows & AddedRows;
export type KeptTable = keyof KeptRows;
export type AddedTable = keyof AddedRows;
export type TableName = keyof Rows;

export const TABLES: { readonly [T in TableName]: TableShape<Rows[T]> } = {
  ...OPERATOR_TABLES,
  player: shape<PlayerRow>()('player', ['id'], 'id', [
    'id',
    'publicId',
    'name',
    'look',
    'villageId',
    'lot',
    'locale',
    'createdAt',
    'seenAt',
    'deletedAt',
    'reportDay',
    'reportCount',
  ]),
  household: shape<HouseholdRow>()('household', ['playerId'], 'playerId', ['playerId', 'doc', 'version']),
  lender: shape<LenderRow>()('lender', ['playerId'], 'playerId', [
    'playerId',
    'outstanding',
    'lent',
    'received',
    'refunded',
    'lost',
    'starters',
    'coveredAt',
    'seenSeq',
  ]),
  account: shape<AccountRow>()('account', ['id'], 'id', [
    'id',
    'code',
    'side',
    'nonneg',
    'debits',
    'credits',
    'version',
  ]),
  loan: shape<LoanRow>()('loan', ['id'], 'id', [
    'id',
    'villageId',
    'entrepreneur',
    'product',
    'partner',
    'grade',
    'starter',
    'season',
    'commitment',
    'name',
    'shortName',
    'terms',
    'plan',
    'chain',
    'course',
    'state',
    'funding',
    'amount',
    'raised',
    'principal',
    'repaid',
    'writtenOff',
    'recovered',
    'forgiven',
    'forgivenAfterDefault',
    'fxLoss',
    'refunded',
    'rescheduledCount',
    'scheduleVersion',
    'windowEndsAt',
    'openedAt',
    'openedSim',
    'fundedAt',
    'disbursedAt',
    'disbursedSim',
    'closedAt',
    'wakeSim',
    'contributions',
    'lenders',
    'poolLent',
    'chapter',
    'version',
  ]),
  contribution: shape<ContributionRow>()('contribution', ['loanId', 'idx'], 'loanId', [
    'loanId',
    'idx',
    'source',
    'playerId',
    'amount',
    'received',
    'recovered',
    'handedBack',
    'refunded',
    'forgiven',
    'lost',
    'covered',
    'at',
    'lendId',
    'lendAmount',
    'lendAt',
  ]),
  follow: shape<FollowRow>()('follow', ['playerId', 'loanId'], 'playerId', ['playerId', 'loanId', 'following', 'at']),
  autoLend: shape<AutoLendRow>()('auto_lend', ['playerId'], 'playerId', [
    'playerId',
    'active',
    'rules',
    'since',
    'baseBack',
    'baseLost',
    'lent',
    'day',
    'dayLent',
    'count',
    'stopped',
    'stoppedAt',
  ]),
  autoLendLine: shape<AutoLendLineRow>()('auto_lend_line', ['id'], 'id', [
    'id',
    'playerId',
    'at',
    'kind',
    'loanId',
    'amount',
    'data',
  ]),
  village: shape<VillageRow>()('village', ['id'], 'id', [
    'id',
    'name',
    'createdAt',
    'lots',
    'shops',
    'listedCount',
    'starterCount',
    'version',
  ]),
  block: shape<BlockRow>()('block', ['playerId', 'target'], 'playerId', ['playerId', 'target', 'blocked', 'at']),
  season: shape<SeasonRow>()('season', ['id'], 'id', [
    'id',
    'startsAt',
    'endsAt',
    'commitment',
    'revealed',
    'regions',
    'regionRoot',
    'regionFirst',
    'regionMonths',
  ]),
  borrower: shape<BorrowerRow>()('borrower', ['playerId'], 'playerId', ['playerId', 'doc', 'version']),
  ownLoan: shape<OwnLoanRow>()('own_loan', ['id'], 'id', [
    'id',
    'playerId',
    'number',
    'state',
    'owed',
    'doc',
    'signedAt',
    'closedAt',
    'version',
  ]),
  letter: shape<LetterRow>()('letter', ['id'], 'id', [
    'id',
    'playerId',
    'loanId',
    'kind',
    'number',
    'at',
    'data',
    'readAt',
  ]),
  inbox: shape<InboxRow>()('inbox', ['playerId'], 'playerId', ['playerId', 'letters', 'unread']),
  shopVisit: shape<ShopVisitRow>()('shop_visit', ['id'], 'id', [
    'id',
    'playerId',
    'loanId',
    'metAt',
    'visits',
    'lastAt',
    'day',
    'traded',
  ]),
  meta: shape<MetaRow>()('meta', ['key'], 'key', ['key', 'value']),
  command: shape<CommandRow>()('command', ['id'], 'id', ['id', 'playerId', 'type', 'hash', 'reply', 'at']),
  batch: shape<BatchRow>()('batch', ['id'], 'id', [
    'id',
    'key',
    'kind',
    'at',
    'sim',
    'actor',
    'reason',
    'loanId',
    'reverses',
  ]),
  transfer: shape<TransferRow>()('transfer', ['id'], 'id', [
    'id',
    'batchId',
    'debit',
    'credit',
    'amount',
    'kind',
    'ref',
    'debitAfter',
    'creditAfter',
  ]),
  loanEvent: shape<LoanEventRow>()('loan_event', ['id'], 'id', ['id', 'loanId', 'at', 'sim', 'kind', 'data']),
  goods: shape<GoodsRow>()('goods_movement', ['id'], 'id', [
    'id',
    'playerId',
    'good',
    'quantity',
    'fromPlace',
    'toPlace',
    'at',
  ]),
  outbox: shape<OutboxRow>()('outbox', ['id'], 'id', ['id', 'at', 'events']),
  clockSegment: shape<ClockSegmentRow>()('clock_segment', ['realFrom'], 'realFrom', [
    'realFrom',
    'simFrom',
    'monthSeconds',
    'reason',
  ]),
};

const KEPT: Readonly<Record<KeptTable, true>> = {
  player: true,
  household: true,
  lender: true,
  account: true,
  loan: true,
  contribution: true,
  village: true,
  block: true,
  borrower: true,
  ownLoan: true,
  letter: true,
  inbox: true,
  shopVisit: true,
  follow: true,
  autoLend: true,
  season: true,
  report: true,
  operatorAct: true,
  catalogueDraft: true,
  proposal: true,
  meta: true,
  command: true,
};
/** Tables whose rows may be written again. */
export const KEPT_TABLES: ReadonlySet<string> = new Set(Object.keys(KEPT));

export const TABLE_NAMES = Object.keys(TABLES) as TableName[];
/** `villageId` is `village_id` in the database: one rule for every column. */
export const columnName = (property: string): string => property.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);

/** Text that identifies a row within its table. */
export const keyOf = (table: TableName, row: object): string => {
  const { key } = TABLES[table] as { readonly key: readonly string[] };
  const values = row as Record<string, unknown>;
  return key.length === 1 ? String(values[key[0] as string]) : key.map((k) => String(values[k])).join('\u0000');
};
