import type { AuditLine } from '@bloomvale/shared/operator/release-api';
import { describe, expect, it } from 'vitest';
import { actionParts, auditValues, byDay, joined, subjectOf } from './audit-words.ts';

const line = (id: number, at = id): AuditLine => ({
  id,
  at,
  actor: 'system',
  name: 'system',
  role: 'system',
  action: 'a.b',
  subject: 's',
  detail: {},
  reason: '',
});

it('takes only names a text may have', () => {
  for (const odd of ['', 'publish', 'a.b.c', 'a..b', '__proto__', 'a.b ', 'a.<b>']) expect(actionParts(odd)).toBeNull();
  expect(actionParts('operator.signed-in')).toEqual(['operator', 'signed-in']);
});

it('takes a subject apart, also an odd one', () => {
  expect(subjectOf('draft:3')).toEqual(['draft', '3']);
  expect(subjectOf('draft:d3')).toEqual(['draft', '3']);
  expect(subjectOf('player:d3x')).toEqual(['player', 'd3x']);
  expect(subjectOf('switches')).toEqual([null, 'switches']);
  expect(subjectOf('player:a:b')).toEqual(['player', 'a:b']);
  expect(subjectOf('')).toEqual([null, '']);
});

it('hands plain values to the text and nothing nested', () => {
  expect(auditValues({ detail: { a: 1, b: 'x', c: true, d: null, e: { f: 1 }, g: [1] } })).toEqual({
    a: '1',
    b: 'x',
    c: 'true',
  });
});

describe('byDay', () => {
  it('is empty without a line', () => expect(byDay([], String)).toEqual([]));
  it('keeps the order and joins neighbours only', () => {
    const days = byDay([line(5, 25), line(4, 24), line(3, 13)], (at) => String(Math.floor(at / 10)));
    expect(days.map(({ day, lines }) => [day, lines.length])).toEqual([
      ['2', 2],
      ['1', 1],
    ]);
  });
});

it('shows a line once that stands on two pages', () => {
  expect(
    joined([
      [line(3), line(2)],
      [line(2), line(1)],
    ]).map(({ id }) => id),
  ).toEqual([3, 2, 1]);
  expect(joined([])).toEqual([]);
});
