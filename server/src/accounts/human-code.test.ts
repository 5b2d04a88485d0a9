import { describe, expect, it } from 'vitest';
import { hashCode, makeCode, readCode } from './human-code.ts';

describe('a code for people', () => {
  it('is read as it was meant', () => {
    for (const typed of ['AB01-CD10', ' ab01 cd10 ', 'aboI.cdlo', 'AB0L-CD1O'])
      expect(readCode(typed)).toBe('AB01CD10');
  });

  it('is made without letters that look alike', () => {
    const codes = Array.from({ length: 500 }, () => makeCode(2));
    expect(codes.every((code) => /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/.test(code))).toBe(true);
    expect(codes.every((code) => readCode(code) === code.replace('-', ''))).toBe(true);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('is known by a hash that another secret does not give', () => {
    expect(hashCode('AB01-CD10', 'one')).toBe(hashCode('abo1cdlO', 'one'));
    expect(hashCode('AB01-CD10', 'one')).not.toBe(hashCode('AB01-CD10', 'two'));
  });
});
