import { PersonLookSchema } from '@bloomvale/assets/kit/people/look';
import { describe, expect, it } from 'vitest';
import en from '../../i18n/en.json' with { type: 'json' };
import { lookFeatures } from './look-parts.ts';
import { portraitUrl } from './portrait.tsx';

const features = Object.values(lookFeatures()).flat();

describe('the portrait builder', () => {
  it('has a word for everything one can choose', () => {
    const words = features.flatMap((feature) =>
      feature.kind === 'words' || feature.kind === 'named' ? feature.words : [],
    );
    expect(words.filter((word) => word !== '' && !Object.hasOwn(en.lookWord, word))).toEqual([]);
  });
  it('draws nothing for a look the kit does not know', () => {
    for (const look of [null, {}, { skin: 9 }, { skin: 1, top: 'red"/><script>' }, { skin: 1, wings: true }]) {
      expect(portraitUrl(look)).toBeNull();
    }
  });
  it('offers every feature of the kit, once', () => {
    expect(features.map(({ name }) => name).sort()).toEqual(Object.keys(PersonLookSchema.shape).sort());
  });
  it('offers nothing that the kit refuses', () => {
    for (const feature of features) {
      const values =
        feature.kind === 'steps'
          ? [feature.least, feature.most]
          : feature.kind === 'flag'
            ? [1, 0]
            : feature.kind === 'colour'
              ? ['#a1b2c3']
              : [...feature.words, ...(feature.kind === 'named' ? ['#a1b2c3'] : [])];
      for (const value of values) {
        expect(portraitUrl({ skin: 1, [feature.name]: value }), `${feature.name} ${value}`).toMatch(
          /^data:image\/svg\+xml,/,
        );
      }
    }
  });
});
