import { ContentSchema } from '@bloomvale/shared/content/content';
import type { OperatorRefusal } from '@bloomvale/shared/operator/operator-refusals';
import { err, ok, type Result } from '@bloomvale/shared/result';
import type { CatalogueDesk } from '../../application/catalogue/catalogue-desk.ts';
import type { PreviewSides } from './preview-desk.ts';

/** A draft and the live version as they are now. A draft that the game could not run cannot be played forward either: DRAFT_INVALID. */
export const previewSides =
  (catalogue: CatalogueDesk) =>
  async (id: string): Promise<Result<PreviewSides, OperatorRefusal>> => {
    const found = await catalogue.draft(id);
    if (found === null) return err({ code: 'UNKNOWN_DRAFT' });
    const draft = ContentSchema.safeParse(found.content);
    if (!draft.success) return err({ code: 'DRAFT_INVALID', detail: { faults: draft.error.issues.length } });
    const liveVersion = await catalogue.live();
    const live = ContentSchema.parse(await catalogue.content(`v${liveVersion}`));
    return ok({ draft: draft.data, draftRevision: found.draft.revision, live, liveVersion });
  };
