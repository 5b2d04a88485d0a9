import { describe, expect, it } from 'vitest';
import { defaultSettings, localeOf, parseSettings } from './settings.ts';

describe('localeOf', () => {
  it('falls back to English', () => {
    expect(localeOf(['de-CH', 'it'])).toBe('en');
    expect(localeOf([])).toBe('en');
  });
  it('takes the first language that the game speaks', () => {
    expect(localeOf(['de', 'fr-CA', 'en'])).toBe('fr');
    expect(localeOf(['EN-us', 'fr'])).toBe('en');
  });
});

describe('parseSettings', () => {
  const defaults = defaultSettings(['fr']);
  it.each(['', '{', 'null', '[]', '{"music":7}', '{"locale":"de"}', '{"motion":"some"}'])(
    'takes %j for nothing',
    (raw) => {
      expect(parseSettings(raw, defaults)).toEqual(defaults);
    },
  );
  it('starts with sound off', () => {
    expect(parseSettings(null, defaults).sound).toBe(false);
  });
  it('keeps what it knows and drops what it does not', () => {
    const parsed = parseSettings('{"sound":true,"music":0.1,"evil":"x"}', defaults);
    expect(parsed).toEqual({ ...defaults, sound: true, music: 0.1 });
  });
});
