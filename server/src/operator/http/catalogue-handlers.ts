import type { CATALOGUE_API } from '@bloomvale/shared/operator/catalogue-api';
import type { RELEASE_API } from '@bloomvale/shared/operator/release-api';
import { ok } from '@bloomvale/shared/result';
import type { CatalogueDesk } from '../../application/catalogue/catalogue-desk.ts';
import { type HandlersOf, refuse } from './handlers.ts';

/** Findings that are answered; more are counted. Ten thousand entries may each lack something. */
const FINDINGS_TOLD = 2_000;

type Exchange = 'exportLoans' | 'importLoans';
type Publishing = 'askPublish' | 'rollBack';

/** Versions, drafts, differences and the way from a draft to the live version; the desk decides, this only hands on. */
export function catalogueHandlers(
  desk: CatalogueDesk,
): Omit<HandlersOf<typeof CATALOGUE_API>, Exchange> & Pick<HandlersOf<typeof RELEASE_API>, Publishing> {
  return {
    versions: async ({ query }) => ok(await desk.versions(query.before ?? null)),
    version: async ({ params }) => {
      const found = await desk.version(params.number);
      return found === null ? refuse('UNKNOWN_VERSION') : ok(found);
    },
    diff: ({ query }) => desk.diff(query.from, query.to),
    drafts: async () => ok({ drafts: await desk.drafts() }),
    createDraft: ({ caller, body }) => desk.createDraft(caller.operator, body.title),
    draft: async ({ params }) => {
      const found = await desk.draft(params.id);
      return found === null ? refuse('UNKNOWN_DRAFT') : ok(found);
    },
    findings: async ({ params }) => {
      const found = await desk.findings(params.id);
      if (found === null) return refuse('UNKNOWN_DRAFT');
      const told = found.findings.slice(0, FINDINGS_TOLD);
      return ok({ revision: found.revision, findings: told, more: found.findings.length - told.length });
    },
    saveDraft: ({ caller, params, body }) => desk.saveDraft(caller.operator, params.id, body.revision, body.changes),
    rebaseDraft: ({ caller, params, body }) => desk.rebaseDraft(caller.operator, params.id, body.revision, body.keep),
    discardDraft: ({ caller, params, body }) => desk.discardDraft(caller.operator, params.id, body.revision),
    askPublish: ({ caller, params, body }) =>
      desk.askPublish(caller.operator, params.id, body.revision, { at: body.at, reason: body.reason }),
    rollBack: ({ caller, params, body }) =>
      desk.rollBack(caller.operator, params.number, { at: body.at, reason: body.reason }),
  };
}
