import { z } from 'zod';
import { IdSchema, InstantSchema, NothingSchema } from './common.ts';
import { endpoint, SCOPES } from './endpoint.ts';
import { OperatorRoleSchema } from './operator-roles.ts';

const Email = z.email().max(200);
const Password = z.string().min(1).max(128);
const Code = z.string().trim().min(6).max(20);

export const OperatorViewSchema = z.strictObject({
  id: IdSchema,
  email: z.string(),
  name: z.string(),
  role: OperatorRoleSchema,
  /** TOTP is set up; before that nothing but setting it up is open. */
  enrolled: z.boolean(),
});
export type OperatorView = z.infer<typeof OperatorViewSchema>;

/** What the console knows of who sits before it. */
export const MeSchema = z.strictObject({
  operator: OperatorViewSchema,
  sessionId: z.string(),
  liveVersion: z.int(),
  now: InstantSchema,
});

export const TokenViewSchema = z.strictObject({
  id: IdSchema,
  name: z.string(),
  scopes: z.array(z.enum(SCOPES)),
  createdAt: InstantSchema,
  expiresAt: InstantSchema,
  lastUsedAt: InstantSchema.nullable(),
});
export type TokenView = z.infer<typeof TokenViewSchema>;

export const SessionViewSchema = z.strictObject({ id: z.string(), createdAt: InstantSchema, current: z.boolean() });

const OfOperator = z.strictObject({ id: IdSchema });

export const ACCOUNTS_API = {
  redeem: endpoint({
    method: 'POST',
    path: '/redeem',
    summary: 'Turn a one-time link into an account',
    access: 'anyone',
    scope: null,
    body: z.strictObject({
      token: z.string().min(10).max(200),
      name: z.string().trim().min(2).max(60),
      password: Password,
    }),
    answer: OperatorViewSchema,
  }),
  signIn: endpoint({
    method: 'POST',
    path: '/sign-in',
    summary: 'Sign in by password and, once it is set up, TOTP or a backup code',
    access: 'anyone',
    scope: null,
    body: z.strictObject({ email: Email, password: Password, code: Code.nullable() }),
    answer: OperatorViewSchema,
  }),
  signOut: endpoint({
    method: 'POST',
    path: '/sign-out',
    summary: 'End this session',
    access: 'signed-in',
    scope: null,
    body: NothingSchema,
    answer: NothingSchema,
  }),
  me: endpoint({
    method: 'GET',
    path: '/me',
    summary: 'Who is signed in',
    access: 'signed-in',
    scope: null,
    answer: MeSchema,
  }),
  beginTotp: endpoint({
    method: 'POST',
    path: '/totp/begin',
    summary: 'Begin to set up TOTP; asks for the password again',
    access: 'signed-in',
    scope: null,
    body: z.strictObject({ password: Password }),
    answer: z.strictObject({ uri: z.string(), backupCodes: z.array(z.string()) }),
  }),
  confirmTotp: endpoint({
    method: 'POST',
    path: '/totp/confirm',
    summary: 'Confirm TOTP by its first code',
    access: 'signed-in',
    scope: null,
    body: z.strictObject({ code: Code }),
    answer: OperatorViewSchema,
  }),
  operators: endpoint({
    method: 'GET',
    path: '/operators',
    summary: 'Everybody with an account here',
    access: 'viewer',
    scope: null,
    answer: z.strictObject({ operators: z.array(OperatorViewSchema) }),
  }),
  invite: endpoint({
    method: 'POST',
    path: '/operators/invite',
    summary: 'Make a one-time link for a new operator',
    access: 'publisher',
    scope: null,
    body: z.strictObject({ email: Email, role: OperatorRoleSchema }),
    answer: z.strictObject({ link: z.string(), expiresAt: InstantSchema }),
  }),
  setRole: endpoint({
    method: 'POST',
    path: '/operators/:id/role',
    summary: 'Give an operator another role; at once, in running sessions too',
    access: 'publisher',
    scope: null,
    params: OfOperator,
    body: z.strictObject({ role: OperatorRoleSchema }),
    answer: OperatorViewSchema,
  }),
  removeOperator: endpoint({
    method: 'POST',
    path: '/operators/:id/remove',
    summary: 'Close an account and its sessions and tokens',
    access: 'publisher',
    scope: null,
    params: OfOperator,
    body: NothingSchema,
    answer: NothingSchema,
  }),
  sessions: endpoint({
    method: 'GET',
    path: '/operators/:id/sessions',
    summary: 'Open sessions of an operator: one’s own, or anybody’s for a publisher',
    access: 'viewer',
    scope: null,
    params: OfOperator,
    answer: z.strictObject({ sessions: z.array(SessionViewSchema) }),
  }),
  endSessions: endpoint({
    method: 'POST',
    path: '/operators/:id/sessions/end',
    summary: 'End one session, or all when none is named',
    access: 'viewer',
    scope: null,
    params: OfOperator,
    body: z.strictObject({ sessionId: z.string().max(100).optional() }),
    answer: NothingSchema,
  }),
  tokens: endpoint({
    method: 'GET',
    path: '/tokens',
    summary: 'One’s own API tokens',
    access: 'viewer',
    scope: null,
    answer: z.strictObject({ tokens: z.array(TokenViewSchema) }),
  }),
  makeToken: endpoint({
    method: 'POST',
    path: '/tokens',
    summary: 'Make an API token; its secret is shown once',
    access: 'viewer',
    scope: null,
    body: z.strictObject({
      name: z.string().trim().min(2).max(60),
      scopes: z.array(z.enum(SCOPES)).min(1),
      days: z.int().min(1).max(365),
    }),
    answer: z.strictObject({ token: TokenViewSchema, secret: z.string() }),
  }),
  endToken: endpoint({
    method: 'POST',
    path: '/tokens/:id/end',
    summary: 'End an API token',
    access: 'viewer',
    scope: null,
    params: OfOperator,
    body: NothingSchema,
    answer: NothingSchema,
  }),
} as const;
