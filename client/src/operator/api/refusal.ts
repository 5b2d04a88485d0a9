import type { OperatorRefusalCode } from '@bloomvale/shared/operator/operator-refusals';

/** Why something did not happen: the server's reason, or no answer at all. `refusal.<code>` is its text. */
export type Refusal = {
  readonly code: OperatorRefusalCode | 'OFFLINE';
  readonly detail?: Readonly<Record<string, unknown>>;
};
