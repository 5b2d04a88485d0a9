import type { Content } from '@bloomvale/shared/content/content';
import type { BatchKind } from '@bloomvale/shared/ledger/batch';
import { checkInvariants } from '@bloomvale/shared/ledger/invariants';
import type { LedgerSnapshot, Violation } from '@bloomvale/shared/ledger/snapshot';
import { unpaidPrincipal } from '@bloomvale/shared/lending/arrears';
import { summaryOf } from '@bloomvale/shared/own-loan/summary';
import type { Household } from '@bloomvale/shared/play/household';
import { HouseholdV1Schema, HouseholdV2Schema } from '@bloomvale/shared/play/household-schema';
import { dayOf } from '@bloomvale/shared/play/stall-clock';
import { z } from 'zod';
import { ownLoanIn } from './commands/growing/borrowing.ts';
import { clockedLoan, contributionId, openPart, sourceOf } from './lending/loan-records.ts';
import type { LenderRow, LoanRow } from './store/rows.ts';
import type { AuditSource, Store } from './store/store.ts';

/** The ledger is broken: nothing may run on it before somebody has looked. `violations` say what and where. */
export class AuditError extends Error {
  override name = 'AuditError';
  readonly violations: readonly Violation[];
  constructor(violations: readonly Violation[]) {
    const first = violations[0];
    const rest = violations.length > 1 ? `, and ${violations.length - 1} more` : '';
    super(`The ledger is broken: ${first?.id} ${first?.what} at ${first?.where}${rest}.`);
    this.violations = violations;
  }
}

/** Breaches named in one report; a broken ledger rarely has few. */
const BREACHES_MAX = 20;

/** Checks every invariant, I1 to I22, over the whole history, and that the running totals of lenders are the sums they stand for. */
export function auditAll(source: AuditSource, content: Content): Violation[] {
  return [...checkInvariants(snapshotOf(source, content)), ...lenderViolations(source), ...householdViolations(source)];
}

/**
 * What a start checks: the part of the ledger that came after the last seal; the whole when it was never sealed. Seals what was found
 * sound. @throws AuditError when it was not.
 */
export async function auditAtStart(store: Store, content: Content, now: number): Promise<void> {
  const sealed = await store.sealer.sealedAt();
  const violations =
    sealed === null ? withSource(store, (source) => auditAll(source, content)) : await sinceSeal(store);
  if (violations.length > 0) throw new AuditError(violations);
  await store.sealer.seal(now);
}

/** Runs an audit over a consistent picture and puts that away. */
export function withSource<T>(store: Pick<Store, 'audit'>, work: (source: AuditSource) => T): T {
  const source = store.audit();
  try {
    return work(source);
  } finally {
    source.close();
  }
}

async function sinceSeal(store: Store): Promise<Violation[]> {
  const breaches = await store.sealer.breaches(BREACHES_MAX);
  return breaches.map(({ account, stored, rebuilt }) => ({
    id: 'I16',
    what: `stored ${stored.debits}/${stored.credits}, sealed totals and transfers say ${rebuilt.debits}/${rebuilt.credits}`,
    where: `account ${account}`,
  }));
}

/** The store in the words of the ledger's invariants. */
export function snapshotOf(source: AuditSource, content: Content): LedgerSnapshot {
  return {
    accounts: () => source.accounts(),
    batches: () =>
      mapped(source.batches(), ({ id, key, kind, actor, reason, at }) => ({
        seq: id,
        key,
        kind: kind as BatchKind,
        actor,
        reason,
        at: earnedAt(key) ?? at,
      })),
    transfers: () =>
      mapped(source.transfers(), ({ id, batchKey, debit, credit, amount, kind, ref }) => ({
        seq: id,
        batch: batchKey,
        debit,
        credit,
        amount,
        kind,
        ref,
      })),
    loans: () => mapped(source.loans(), (loan) => ({ ...loan, unpaidPrincipal: unpaid(loan) })),
    contributions: () =>
      mapped(source.contributions(), (row) => ({
        id: contributionId(row),
        loan: row.loanId,
        source: sourceOf(row.source),
        amount: row.amount,
        paid: row.received,
        forgiven: row.forgiven,
        refunded: row.refunded,
      })),
    ownLoans: () => mapped(source.ownLoans(), (row) => summaryOf(ownLoanIn(row))),
    goods: () => goodsHeld(source),
    goodsMovements: () => goodsMoved(source),
    // Days are not told apart by the version that was in force: none may have brought more than the most generous allowed.
    faucetCaps: [{ mint: 'mint:minigame', perDay: Math.max(content.economy.stallDailyCap, ...source.stallCaps()) }],
    dayOf,
  };
}

function* mapped<A, B>(items: Iterable<A>, to: (item: A) => B): Generator<B> {
  for (const item of items) yield to(item);
}

const unpaid = (loan: LoanRow): number => {
  if (loan.state !== 'in_repayment') return 0;
  const { plan, clock } = clockedLoan(loan);
  return unpaidPrincipal(plan, clock);
};

/** Income of stall and orders belongs to the day it was earned on, which its key names: `earn:minigame:{player}:stall:{day}:{command}`. */
const OCCASION_DAY = /^earn:minigame:[^:]+:(?:stall|wish|order|shop):(\d+):/;
const DAY_MS = 86_400_000;
function earnedAt(key: string): number | null {
  const day = OCCASION_DAY.exec(key)?.[1];
  return day === undefined ? null : Number(day) * DAY_MS;
}

/** Documents of former releases stand as they are until their player comes back; their goods count all the same. */
const STORED = z.union([HouseholdV2Schema, HouseholdV1Schema]);

function readable(doc: string): Pick<Household, 'store' | 'stall'> | null {
  try {
    const parsed = STORED.safeParse(JSON.parse(doc));
    return parsed.success ? (parsed.data as Household) : null;
  } catch {
    return null;
  }
}

function householdViolations(source: AuditSource): Violation[] {
  const found: Violation[] = [];
  for (const { playerId, doc } of source.households()) {
    if (doc !== '' && readable(doc) === null) {
      found.push({ id: 'I21', what: 'the document cannot be read', where: `household of ${playerId}` });
    }
  }
  return found;
}

/** Goods in store and on the stall are one stock; what moves between the two changes nothing. */
function* goodsHeld(source: AuditSource) {
  for (const { playerId, doc } of source.households()) {
    const household = doc === '' ? null : readable(doc);
    if (household === null) continue;
    const { store, stall } = household;
    const held = new Map<string, number>(Object.entries(store));
    for (const slot of stall.slots) {
      if (slot !== null) held.set(slot.good, (held.get(slot.good) ?? 0) + slot.quantity);
    }
    for (const [good, quantity] of held) yield { owner: playerId, good, quantity };
  }
}

const HELD = ['store', 'stall'];
function* goodsMoved(source: AuditSource) {
  for (const { id, playerId, good, quantity, fromPlace, toPlace } of source.goods()) {
    const delta = (HELD.includes(toPlace) ? quantity : 0) - (HELD.includes(fromPlace) ? quantity : 0);
    if (delta !== 0) yield { seq: id, owner: playerId, good, delta, event: `${fromPlace} to ${toPlace}` };
  }
}

/** Each lender's running totals against their contributions. Reported as I10: who got how much of what they lent. */
function lenderViolations(source: AuditSource): Violation[] {
  const sums = new Map<string, Pick<LenderRow, 'outstanding' | 'lent'>>();
  for (const row of source.contributions()) {
    if (row.playerId === null) continue;
    const sum = sums.get(row.playerId) ?? { outstanding: 0, lent: 0 };
    const mine = row.source === `player:${row.playerId}` ? openPart(row) : 0;
    sums.set(row.playerId, { outstanding: sum.outstanding + mine, lent: sum.lent + row.amount });
  }
  const found: Violation[] = [];
  for (const lender of source.lenders()) {
    const { outstanding, lent } = sums.get(lender.playerId) ?? { outstanding: 0, lent: 0 };
    if (lender.outstanding !== outstanding || lender.lent !== lent) {
      found.push({
        id: 'I10',
        what: `running totals ${lender.lent} lent, ${lender.outstanding} open; contributions say ${lent}, ${outstanding}`,
        where: `lender ${lender.playerId}`,
      });
    }
  }
  return found;
}
