import type { GroupModel } from '../content/model.ts';
import { drawWord, hits, type PhiloxKey, PPM, STREAM } from '../random/philox.ts';
import { invariant } from '../result.ts';

/** What a joint-liability group adds to one instalment of its loan. */
export type GroupOutcome = {
  /** Members who could not pay, the one the loan's own draw stands for included. */
  readonly missing: number;
  readonly covered: boolean;
  /** The hazard of the next period is shifted. */
  readonly contagion: boolean;
};

export type GroupInput = {
  readonly members: number;
  /** Hazard of one member this period, shocks included. */
  readonly memberPpm: number;
  readonly key: PhiloxKey;
  readonly period: number;
  /** Whether the loan's own draw was a miss. */
  readonly missed: boolean;
  readonly model: GroupModel;
};

/**
 * The other members' luck, each on a draw of their own (entities 1 to G - 1), then cover and contagion. Only instalments of an
 * up-to-date loan ask the group, which covers a miss with a chance of `coverPpm` if at least one member paid.
 */
export function groupOutcome({ members, memberPpm, key, period, missed, model }: GroupInput): GroupOutcome {
  invariant(members >= 2 && members <= 100, 'a group has 2 to 100 members');
  let missing = missed ? 1 : 0;
  for (let entity = 1; entity < members; entity++) {
    if (hits(drawWord(key, { entity, period, stream: STREAM.repayment }), memberPpm)) missing += 1;
  }
  const somebodyPaid = missing < members;
  const word = drawWord(key, { entity: 0, period, stream: STREAM.groupCover });
  return {
    missing,
    covered: missed && somebodyPaid && hits(word, model.coverPpm),
    contagion: missing * 100 >= members * model.contagionPercent,
  };
}

/**
 * Hazard of one member so that the loan's own hazard, after cover, is `hPpm`: h = m (1 - c (1 - m^(G-1))), c the chance of cover. Keeps the
 * expected loss of a group at its grade.
 */
export function memberPpm(hPpm: number, members: number, { coverPpm }: Pick<GroupModel, 'coverPpm'>): number {
  const loan = (m: number): number => m * (1 - (coverPpm / PPM) * (1 - power(m, members - 1)));
  let low = 0;
  let high = 1;
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (loan(middle) * PPM < hPpm) low = middle;
    else high = middle;
  }
  return Math.round(high * PPM);
}

function power(base: number, exponent: number): number {
  let result = 1;
  for (let i = 0; i < exponent; i++) result *= base;
  return result;
}
