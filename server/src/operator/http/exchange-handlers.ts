import type { Json } from '@bloomvale/shared/catalogue/catalogue-diff';
import { type Entrepreneur, EntrepreneurSchema } from '@bloomvale/shared/content/lending';
import type { CATALOGUE_API } from '@bloomvale/shared/operator/catalogue-api';
import type { OperatorRefusal } from '@bloomvale/shared/operator/operator-refusals';
import { ok, type Result } from '@bloomvale/shared/result';
import { z } from 'zod';
import type { CatalogueDesk } from '../../application/catalogue/catalogue-desk.ts';
import type { ConsoleDesk } from '../../application/console/console-desk.ts';
import { importBeside } from '../exchange/import-job.ts';
import { exportLoans, type ImportFormat, type ImportRefusal } from '../exchange/import-loans.ts';
import { type HandlersOf, refuse } from './handlers.ts';

const TYPES = { json: 'application/json', csv: 'text/csv', catalogue: 'application/json' } as const;
const PeopleSchema = z.object({ entrepreneurs: z.array(EntrepreneurSchema) });

/** Files out of the catalogue and into a draft. */
export function exchangeHandlers(
  catalogue: CatalogueDesk,
  trail: ConsoleDesk,
): Pick<HandlersOf<typeof CATALOGUE_API>, 'exportLoans' | 'importLoans'> {
  return {
    exportLoans: async ({ caller, query: { of, format } }) => {
      const content = await catalogue.content(of);
      if (content === null) return refuse('UNKNOWN_VERSION');
      const text = format === 'catalogue' ? ok(`${JSON.stringify(content, null, 2)}\n`) : entriesAs(content, format);
      if (!text.ok) return text;
      const note = { by: caller.operator, action: 'export.catalogue', subject: of, detail: { format } };
      const noted = await trail.note(note);
      if (!noted.ok) return noted;
      const name = `bloomvale-${of}${format === 'catalogue' ? '-catalogue.json' : `.${format}`}`;
      return ok({ name, type: `${TYPES[format]}; charset=utf-8`, content: text.value });
    },
    importLoans: async ({ caller, params: { id }, query: { format, revision }, bytes }) => {
      const found = await catalogue.draft(id);
      if (found === null) return refuse('UNKNOWN_DRAFT');
      // A file says nothing of what it was made from: whoever brings it must have seen what it replaces.
      if (found.draft.revision !== revision) {
        return refuse('DRAFT_CONFLICT', { conflicts: [], revision: found.draft.revision });
      }
      const read = await importBeside({ draft: found.content, bytes, format });
      if (!read.ok) return refused(read.error);
      const { changes, ...counts } = read.value;
      if (changes.length === 0) return ok({ draft: found.draft, ...counts });
      const saved = await catalogue.saveDraft(caller.operator, id, revision, changes);
      return saved.ok ? ok({ draft: saved.value.draft, ...counts }) : saved;
    },
  };
}

/** A draft may have entries that are not finished: they have no place in a file that others read. */
function entriesAs(content: Json, format: ImportFormat): Result<string, OperatorRefusal> {
  const people = PeopleSchema.safeParse(content);
  return people.success
    ? ok(exportLoans(people.data.entrepreneurs as readonly Entrepreneur[], format))
    : refuse('DRAFT_INVALID');
}

function refused(refusal: ImportRefusal): Result<never, OperatorRefusal> {
  switch (refusal.code) {
    case 'FAULTS':
      return refuse('IMPORT_FAULTS', { faults: refusal.faults, more: refusal.more });
    case 'EMPTY':
      return refuse('IMPORT_FAULTS', { faults: [{ row: 0, column: '', message: 'there is no entry' }], more: 0 });
    case 'TOO_MANY':
      return refuse('TOO_LARGE');
    default:
      return refuse(refusal.code);
  }
}
