import { describe, expect, it } from 'vitest';
import { loanKey } from '../random/keys.ts';
import { drawWord, PPM, STREAM } from '../random/philox.ts';
import { FIRST_MODEL } from './first-model.ts';
import { groupOutcome, memberPpm } from './group.ts';

const model = FIRST_MODEL.group;

describe('groups', () => {
  it('refuse to be one person', () => {
    expect(() => groupOutcome({ members: 1, memberPpm: 1, key: [1, 1], period: 1, missed: true, model })).toThrow(
      'members',
    );
  });
  it('keep the hazard of the loan after cover', () => {
    for (const members of [2, 5, 20]) {
      const member = memberPpm(50_000, members, model);
      expect(member).toBeGreaterThan(50_000);
      const outcomes = Array.from({ length: 20_000 }, (_, i) => {
        const missed = drawWord([i, 9], { entity: 0, period: 3, stream: STREAM.repayment }) < (member / PPM) * 2 ** 32;
        return { missed, ...groupOutcome({ members, memberPpm: member, key: [i, 9], period: 3, missed, model }) };
      });
      const uncovered = outcomes.filter((one) => one.missed && !one.covered).length / outcomes.length;
      expect(Math.abs(uncovered - 0.05)).toBeLessThan(4 * Math.sqrt((0.05 * 0.95) / 20_000));
      expect(outcomes.every((one) => !one.covered || one.missed)).toBe(true);
    }
  });
  it('catch each other when two of five miss', () => {
    const all = { members: 5, key: [3, 3] as const, period: 1, model };
    expect(groupOutcome({ ...all, memberPpm: PPM, missed: true })).toEqual({
      missing: 5,
      covered: false,
      contagion: true,
    });
    expect(groupOutcome({ ...all, memberPpm: 0, missed: true })).toMatchObject({ missing: 1, contagion: false });
    expect(groupOutcome({ ...all, members: 2, memberPpm: 0, missed: true })).toMatchObject({
      missing: 1,
      contagion: true,
    });
  });
  it('never share a draw with another loan', () => {
    expect(loanKey('0b'.repeat(32), 'group-a')).not.toBe(loanKey('0b'.repeat(32), 'group-b'));
  });
});
