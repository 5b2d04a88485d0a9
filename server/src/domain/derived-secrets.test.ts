import { commitment, isHex32, loanKey } from '@bloomvale/shared/random/keys';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DerivedSecrets } from './derived-secrets.ts';
import { generatedIdentity, PLAYER_LOOKS, villageName } from './generated-identity.ts';
import { acceptedName } from './name-rules.ts';

const secrets = new DerivedSecrets('ab'.repeat(32));

describe('DerivedSecrets', () => {
  it('gives every label its own, and another master others', () => {
    expect(secrets.season(1)).not.toBe(secrets.season(2));
    expect(secrets.player('1')).not.toEqual(secrets.village('1'));
    expect(new DerivedSecrets('cd'.repeat(32)).season(1)).not.toBe(secrets.season(1));
  });
  it('publishes the hash of what it will reveal', () => {
    expect(isHex32(secrets.season(3))).toBe(true);
    expect(secrets.seasonCommitment(3)).toBe(commitment(secrets.season(3)));
  });
  it('derives the loan keys that anybody can derive once the season is revealed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99 }),
        fc.stringMatching(/^[a-z-]{1,40}-v[0-9]-[0-9]{1,6}$/),
        (season, id) => {
          expect(secrets.loan(season, id)).toBe(loanKey(secrets.season(season), id));
        },
      ),
    );
  });
  it('makes public ids that fit the protocol and hide the account', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        const shown = secrets.publicId(id);
        expect(shown).toMatch(/^[A-Za-z0-9_-]{6,24}$/);
        expect(id).not.toContain(shown);
      }),
    );
  });
});

describe('generated names', () => {
  it('would pass the rules that typed names must pass, in both languages', () => {
    fc.assert(
      fc.property(
        fc.nat(0xffffffff),
        fc.nat(0xffffffff),
        fc.constantFrom('en' as const, 'fr' as const),
        (a, b, locale) => {
          const { name, look } = generatedIdentity([a, b], locale);
          expect(acceptedName(name)).toBe(name);
          expect(PLAYER_LOOKS).toContain(look);
        },
      ),
      { numRuns: 500 },
    );
  });
  it('never repeats a village', () => {
    const names = Array.from({ length: 100 }, (_, i) => villageName(i + 1));
    expect(new Set(names).size).toBe(100);
  });
});
