import { describe, expect, test } from 'vitest';
import { readInputs } from '../../build/inputs.ts';
import { AVATAR_PRESETS } from '../../frames.ts';
import { FAMILY } from './family.ts';
import { type Look, PersonLookSchema, TRADITIONAL_WEAR } from './look.ts';
import { PRESETS } from './presets.ts';
import { personNamed, ROSTER } from './roster.ts';

const covered = (looks: readonly Look[]): number =>
  looks.filter(({ wear }) => wear !== undefined && TRADITIONAL_WEAR.includes(wear)).length;

describe('a look is refused', () => {
  test.each([
    ['without skin', { hair: 'crop' }],
    ['with a ninth skin tone', { skin: 8 }],
    ['with hair nobody drew', { skin: 1, hair: 'mohawk' }],
    ['with a colour that is none', { skin: 1, top: 'red' }],
    ['with markup for a colour', { skin: 1, top: '"/><script>' }],
    ['with a field too much', { skin: 1, tail: true }],
  ])('%s', (_, look) => {
    expect(PersonLookSchema.safeParse(look).success).toBe(false);
  });
});

describe('the cast', () => {
  test('is drawn from complete looks', () => {
    const looks = [...ROSTER.map(({ look }) => look), ...Object.values(PRESETS), ...FAMILY];
    expect(looks.filter((look) => !PersonLookSchema.safeParse(look).success)).toEqual([]);
  });
  test('is wide: forty people of twenty-five countries and every age, and no name twice', () => {
    expect(ROSTER.length).toBeGreaterThanOrEqual(40);
    expect(new Set(ROSTER.map(({ country }) => country)).size).toBeGreaterThanOrEqual(25);
    expect(new Set(ROSTER.map(({ look }) => look.age))).toEqual(new Set([1, 2, 3]));
    expect(new Set(ROSTER.map(({ name }) => name)).size).toBe(ROSTER.length);
  });
  test('has at most a third in traditional head coverings, here and among those one lends to', () => {
    expect(covered(ROSTER.map(({ look }) => look))).toBeLessThanOrEqual(ROSTER.length / 3);
    const borrowers = Object.values(readInputs().looks);
    expect(covered(borrowers)).toBeLessThanOrEqual(borrowers.length / 3);
  });
  test('can be asked for by name', () => {
    expect(personNamed('Awa').country).toBe('sn');
    expect(() => personNamed('Nobody')).toThrow(RangeError);
  });
});

describe("the player's looks", () => {
  test('are the twelve presets, no two alike', () => {
    expect(Object.keys(PRESETS)).toEqual([...AVATAR_PRESETS]);
    expect(new Set(Object.values(PRESETS).map((look) => JSON.stringify(look))).size).toBe(AVATAR_PRESETS.length);
  });
  test('offer every skin tone, both hems, and every age', () => {
    const looks = Object.values(PRESETS);
    expect(new Set(looks.map(({ skin }) => skin)).size).toBe(8);
    expect(new Set(looks.map(({ dress }) => Boolean(dress)))).toEqual(new Set([true, false]));
    expect(new Set(looks.map(({ age }) => age))).toEqual(new Set([1, 2, 3]));
  });
});
