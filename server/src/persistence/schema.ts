import type { Rows, TableName } from '../application/store/tables.ts';

type Snake<S extends string> = S extends `${infer Head}${infer Tail}`
  ? Head extends Lowercase<Head>
    ? `${Head}${Snake<Tail>}`
    : `_${Lowercase<Head>}${Snake<Tail>}`
  : S;

/** A row as the database names its columns. */
export type Columns<R> = { [K in keyof R & string as Snake<K>]: R[K] };

/** Table names of the database differ from ours where a word is reserved or would mislead. */
type SqlName<T extends TableName> = T extends 'loanEvent'
  ? 'loan_event'
  : T extends 'goods'
    ? 'goods_movement'
    : T extends 'clockSegment'
      ? 'clock_segment'
      : T extends 'shopVisit'
        ? 'shop_visit'
        : T extends 'ownLoan'
          ? 'own_loan'
          : T extends 'autoLend'
            ? 'auto_lend'
            : T extends 'autoLendLine'
              ? 'auto_lend_line'
              : T extends 'catalogueVersion'
                ? 'catalogue_version'
                : T extends 'catalogueDraft'
                  ? 'catalogue_draft'
                  : T extends 'auditLine'
                    ? 'audit_line'
                    : T extends 'operatorAct'
                      ? 'operator_act'
                      : T extends 'liveSample'
                        ? 'live_sample'
                        : T;

/** What Kysely checks our queries against; derived from the row types, so that there is one truth. */
export type Schema = { [T in TableName as SqlName<T>]: Columns<Rows[T]> };
