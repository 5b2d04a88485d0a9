import { catalogueDiff } from '@bloomvale/shared/catalogue/catalogue-diff';
import type { Content } from '@bloomvale/shared/content/content';
import type { DraftView } from '@bloomvale/shared/operator/catalogue-api';
import type { OperatorRefusal } from '@bloomvale/shared/operator/operator-refusals';
import type { Proposal } from '@bloomvale/shared/operator/release-api';
import type { Result } from '@bloomvale/shared/result';
import type { Game } from '../application/contract.ts';
import type { Operator } from '../application/proposals/operator.ts';

export const ADA: Operator = { operatorId: 'ada', name: 'Ada', role: 'publisher' };
export const BEN: Operator = { operatorId: 'ben', name: 'Ben', role: 'publisher' };
export const EVE: Operator = { operatorId: 'eve', name: 'Eve', role: 'editor' };
export const VIC: Operator = { operatorId: 'vic', name: 'Vic', role: 'viewer' };
export const NOW = { at: null, reason: 'the test says so' };

type Console = Pick<Game, 'catalogue' | 'proposals' | 'content'>;

/** The value of what must not have been refused. */
export function granted<T>(result: Result<T, OperatorRefusal>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** A draft of Ada's that would make the live catalogue this content. */
export async function draftOf(game: Console, content: Content, title = 'A test'): Promise<DraftView> {
  const draft = granted(await game.catalogue.createDraft(ADA, title));
  const changes = catalogueDiff(game.content, content);
  if (changes.length === 0) return draft;
  return granted(await game.catalogue.saveDraft(ADA, draft.id, draft.revision, changes)).draft;
}

/** Lets a content go live: Ada asks, and Ben approves where two are needed. */
export async function publish(game: Console, content: Content): Promise<Proposal> {
  const { id, revision } = await draftOf(game, content);
  const asked = granted(await game.catalogue.askPublish(ADA, id, revision, NOW));
  return asked.state === 'waiting' ? granted(await game.proposals.approve(BEN, asked.id)) : asked;
}
