import type { Instant } from '@bloomvale/shared/time/sim-clock';

/** What the game was tuned to from some moment on. Never changed, never deleted: the newest is live (`meta` key `catalogue.live`). */
export type CatalogueVersionRow = {
  readonly number: number;
  /** SHA-256 of `content`: its address under `/content`. */
  readonly hash: string;
  /** JSON `Content`. */
  readonly content: string;
  readonly at: Instant;
  /** Operator's id or `system`, and what one called them then. */
  readonly author: string;
  readonly authorName: string;
  readonly note: string;
  readonly origin: 'seed' | 'publish' | 'rollback';
  /** The version that was live before; null for the first. */
  readonly parent: number | null;
};

export type DraftState = 'open' | 'asked' | 'published' | 'discarded';

/** Somebody's unfinished changes to a version. */
export type CatalogueDraftRow = {
  readonly id: number;
  readonly title: string;
  /** Number of the version it changes. */
  readonly base: number;
  /** JSON `CatalogueChange[]`: what turns the base into the draft. */
  readonly changes: string;
  readonly changeCount: number;
  /** Grows with every save. */
  readonly revision: number;
  readonly state: DraftState;
  /** Ids of operators; `system` for what a release brought. */
  readonly createdBy: string;
  readonly createdByName: string;
  readonly createdAt: Instant;
  readonly updatedBy: string;
  readonly updatedByName: string;
  readonly updatedAt: Instant;
  /** Number of the version it became. */
  readonly publishedAs: number | null;
};

export type ProposalState = 'waiting' | 'scheduled' | 'done' | 'refused' | 'withdrawn' | 'failed';

/** Something that somebody wants done and that may need a second person, a later moment, or both. */
export type ProposalRow = {
  readonly id: number;
  /** Names who knows how to carry it out (`ProposalKind`). */
  readonly kind: string;
  /** What it is about, as the audit trail names it: `draft:3`, `player:abc`. */
  readonly subject: string;
  /** JSON, read by its kind alone. */
  readonly payload: string;
  readonly reason: string;
  /** Somebody else than who asked has to approve. */
  readonly fourEyes: 0 | 1;
  /** JSON list of why: parts of the catalogue that are touched, or the kind. */
  readonly because: string;
  readonly state: ProposalState;
  /** Ids of operators. */
  readonly askedBy: string;
  readonly askedByName: string;
  readonly askedAt: Instant;
  readonly decidedBy: string | null;
  readonly decidedByName: string | null;
  readonly decidedAt: Instant | null;
  /** Not before this instant; null for at once. */
  readonly dueAt: Instant | null;
  /** JSON: what became of it, or the refusal it failed with; empty until then. */
  readonly outcome: string;
};

/** Who did what, when and why. Written in the same unit as the change it tells of; nobody can change or delete it. */
export type AuditLineRow = {
  readonly id: number;
  readonly at: Instant;
  /** `operator:{id}`, `token:{id}` or `system`. */
  readonly actor: string;
  readonly actorName: string;
  readonly role: string;
  /** Dotted name: `catalogue.publish`. */
  readonly action: string;
  readonly subject: string;
  /** JSON object. */
  readonly detail: string;
  readonly reason: string;
};
