import type { Proposal } from '@bloomvale/shared/operator/release-api';
import type { ProposalRow } from '../store/catalogue-rows.ts';
import type { Payload, ProposalKindName } from './proposal-kind.ts';

export const proposalIdOf = (id: number): string => `p${id}`;

/** The number in `p12`; null for anything else. */
export function proposalNumber(id: string): number | null {
  const digits = /^p(\d{1,15})$/.exec(id)?.[1];
  return digits === undefined ? null : Number(digits);
}

export const payloadOf = (row: Pick<ProposalRow, 'payload'>): Payload => JSON.parse(row.payload) as Payload;

export const proposalView = (row: ProposalRow): Proposal => ({
  id: proposalIdOf(row.id),
  kind: row.kind as ProposalKindName,
  payload: payloadOf(row) as Proposal['payload'],
  reason: row.reason,
  fourEyes: row.fourEyes === 1,
  because: JSON.parse(row.because) as string[],
  state: row.state,
  askedBy: { id: row.askedBy, name: row.askedByName },
  askedAt: row.askedAt,
  decidedBy: row.decidedBy === null ? null : { id: row.decidedBy, name: row.decidedByName ?? '' },
  decidedAt: row.decidedAt,
  dueAt: row.dueAt,
  outcome: row.outcome === '' ? null : (JSON.parse(row.outcome) as Proposal['outcome']),
});
