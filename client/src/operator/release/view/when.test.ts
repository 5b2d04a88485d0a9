import { describe, expect, it } from 'vitest';
import { clockText, dayText, fieldOf, readField, whenText } from './when.ts';

const NOW = new Date(2026, 10, 22, 11, 30).getTime();

describe('readField', () => {
  it('refuses what is no time, what is over, and what is far away', () => {
    expect(readField('', NOW)).toEqual({ fault: 'empty' });
    for (const bad of ['tomorrow', '2026-11-22', '2026-13-01T10:00', '2026-02-30T10:00', '22/11/2026 10:00']) {
      expect(readField(bad, NOW)).toEqual({ fault: 'shape' });
    }
    expect(readField(fieldOf(NOW), NOW)).toEqual({ fault: 'past' });
    expect(readField('2025-11-22T11:31', NOW)).toEqual({ fault: 'past' });
    expect(readField('2028-01-01T00:00', NOW)).toEqual({ fault: 'far' });
  });
  it('reads back what the field shows', () => {
    const at = new Date(2026, 11, 24, 6, 5).getTime();
    expect(readField(fieldOf(at), NOW)).toEqual({ at });
    expect(readField(`${fieldOf(at)}:00`, NOW)).toEqual({ at });
  });
});

it('names the zone, in both languages, without narrow blanks', () => {
  const at = Date.UTC(2026, 10, 22, 13, 30);
  expect(whenText(at, 'en', 'Europe/Paris')).toMatch(/22.*2026.*14:30.*GMT\+1/);
  expect(whenText(at, 'fr', 'Europe/Paris')).toMatch(/22.*2026.*14:30.*UTC\+1/);
  expect(whenText(at, 'fr', 'Europe/Paris')).not.toContain('\u202f');
  expect(clockText(at, 'en', 'Asia/Kolkata')).toBe('19:00:00');
  expect(dayText(at, 'fr', 'Europe/Paris')).toContain('22 novembre 2026');
});
