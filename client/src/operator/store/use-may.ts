import { mayAct, type OperatorRole } from '@bloomvale/shared/operator/operator-roles';
import { useSlice } from '../../ui/use-slice.ts';
import { useWords } from '../i18n/use-words.ts';
import { sessionStore } from './session.ts';

/** Why whoever is signed in may not do what needs `role`, for `Button blocked`; null when they may. */
export function useBlocked(role: OperatorRole): string | null {
  const { t } = useWords();
  const own = useSlice(sessionStore, ({ me }) => me?.operator.role ?? 'viewer');
  return mayAct(own, role) ? null : t('role.needed', { role: t(`role.${role}`) });
}
