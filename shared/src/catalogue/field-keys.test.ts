import { describe, expect, it } from 'vitest';
import { allFieldKeys, fieldName } from './field-keys.ts';

describe('fieldName', () => {
  it('keeps the keys of what the catalogue does not know, prototypes included', () => {
    expect(fieldName('entrepreneurs', ['mood', 'today'])).toEqual({ key: 'entrepreneurs.mood.today', of: [] });
    expect(fieldName('economy', ['constructor'])).toEqual({ key: 'economy.constructor', of: [] });
  });

  it.each([
    ['entrepreneurs', [], 'entrepreneurs.label', []],
    ['entrepreneurs', ['loan'], 'entrepreneurs.loan.label', []],
    ['entrepreneurs', ['loan', 'amount'], 'entrepreneurs.loan.amount', []],
    ['entrepreneurs', ['chapters', 0, 'story', 'fr'], 'entrepreneurs.chapters.story', []],
    ['entrepreneurs', ['look', 'hair'], 'entrepreneurs.look.hair', []],
    ['economy', ['levelXp', '2'], 'economy.levelXp', []],
    ['regions', ['farming', 'lean', '0'], 'regions.farming.lean', []],
    ['homestead', ['needs', 'water'], 'homestead.needs.label', ['water']],
    [
      'homestead',
      ['needs', 'water', 'tiers', '1', 'goods', '0', 'good'],
      'homestead.needs.each.tiers.goods.good',
      ['water'],
    ],
    ['growing', ['shops', 'sells', 'food'], 'growing.shops.sells.label', ['food']],
    ['growing', ['shops', 'sells', 'food', '0', 'percent'], 'growing.shops.sells.each.percent', ['food']],
    ['growing', ['shops', 'statePercent', 'late'], 'growing.shops.statePercent.late', []],
    ['growing', ['letters', 'kinds', 'late', 'en'], 'growing.letters.kinds.late', []],
    ['growing', ['letters', 'greetings', 'open', 'lender'], 'growing.letters.greetings.each.lender', ['open']],
  ] as const)('%s %j', (section, path, key, of) => {
    expect(fieldName(section, path)).toEqual({ key, of });
    expect(allFieldKeys().concat('entrepreneurs.look.hair')).toContain(key);
  });
});

it('gives every field one key', () => {
  const keys = allFieldKeys();
  expect(keys.length).toBeGreaterThan(300);
  expect(new Set(keys).size).toBe(keys.length);
});
