import { z } from 'zod';

/** What an operator may do; each role may do what the ones before it may. */
export const OPERATOR_ROLES = ['viewer', 'editor', 'publisher'] as const;
export const OperatorRoleSchema = z.enum(OPERATOR_ROLES);
export type OperatorRole = z.infer<typeof OperatorRoleSchema>;

export const mayAct = (role: OperatorRole, needed: OperatorRole): boolean =>
  OPERATOR_ROLES.indexOf(role) >= OPERATOR_ROLES.indexOf(needed);
