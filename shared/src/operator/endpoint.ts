import type { z } from 'zod';
import type { OperatorRole } from './operator-roles.ts';

/** What a token may be good for; a session of a person has all that their role allows. */
export const SCOPES = ['catalogue:read', 'catalogue:write', 'preview', 'publish', 'live', 'moderate', 'audit'] as const;
export type Scope = (typeof SCOPES)[number];

/** `anyone`: before sign-in. `signed-in`: also before TOTP is set up. Otherwise the least role. */
export type Access = 'anyone' | 'signed-in' | OperatorRole;

/**
 * One request of the console's HTTP API. The server mounts it, the console calls it and OpenAPI describes it from this same value, so they
 * cannot differ. `path` is below `/operator/api`, with `:name` for each of `params`.
 */
export type Endpoint = {
  readonly method: 'GET' | 'POST';
  readonly path: `/${string}`;
  readonly summary: string;
  readonly access: Access;
  /** Scope a token needs; null when no token will do. */
  readonly scope: Scope | null;
  readonly params?: z.ZodType;
  /** Values arrive as text. */
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** Largest body, bytes; `SMALL_BODY` when left out. */
  readonly bodyBytes?: number;
  /** `json` unless a file is sent or answered. */
  readonly takes?: 'json' | 'bytes';
  readonly gives?: 'json' | 'file';
  readonly answer: z.ZodType;
};

/** A form with a few fields. */
export const SMALL_BODY = 64 * 1024;
/** A whole catalogue of ten thousand entries, as changes. */
export const LARGE_BODY = 48 * 1024 * 1024;

/** Keeps the exact types of an endpoint. */
export const endpoint = <const E extends Endpoint>(one: E): E => one;

export type ParamsOf<E extends Endpoint> = E extends { params: infer S extends z.ZodType } ? z.infer<S> : undefined;
export type QueryOf<E extends Endpoint> = E extends { query: infer S extends z.ZodType } ? z.infer<S> : undefined;
export type BodyOf<E extends Endpoint> = E extends { body: infer S extends z.ZodType } ? z.infer<S> : undefined;
export type AnswerOf<E extends Endpoint> = z.infer<E['answer']>;
