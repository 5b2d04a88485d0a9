import { type Rail, RailSchema } from '@bloomvale/shared/operator/preview-api';
import { ok } from '@bloomvale/shared/result';
import { z } from 'zod';
import { DEFAULT_GUARD_RAILS } from '../../domain/preview/guard-rails.ts';
import { recordAudit } from '../proposals/audit-trail.ts';
import { allowed, type Operator } from '../proposals/operator.ts';
import { type OperatorHandler, operatorHandler } from '../proposals/operator-handler.ts';
import type { MetaRow } from '../store/rows.ts';

/** `meta` key of the bounds a draft should keep: JSON `Rail[]`. */
export const GUARD_RAILS = 'operator.guard-rails';

const Rails = z.array(RailSchema);

/** What is stored; the literature's healthy bands when nobody ever changed them. */
export const railsIn = (row: MetaRow | null | undefined): readonly Rail[] =>
  row == null ? DEFAULT_GUARD_RAILS : Rails.parse(JSON.parse(row.value));

export type SetGuardRails = { readonly operator: Operator; readonly rails: readonly Rail[]; readonly reason: string };

/** Refused: FORBIDDEN below a publisher. */
export const setGuardRails: OperatorHandler<SetGuardRails, readonly Rail[]> = operatorHandler({
  type: 'operator.guard-rails',
  needs: () => ({ meta: [GUARD_RAILS] }),
  decide({ operator, rails, reason }, work) {
    const may = allowed(operator, 'publisher');
    if (!may.ok) return may;
    const before = railsIn(work.get('meta', GUARD_RAILS));
    work.put('meta', { key: GUARD_RAILS, value: JSON.stringify(rails) });
    const detail = { before: [...before], after: [...rails] };
    recordAudit(work, operator, { action: 'rails.set', subject: 'guard-rails', detail, reason });
    return ok(rails);
  },
});
