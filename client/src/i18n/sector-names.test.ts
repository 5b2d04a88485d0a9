import type { Content } from '@bloomvale/shared/content/content';
import i18next from 'i18next';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentStore } from '../store/content.ts';
import lending from './lending/en.json' with { type: 'json' };
import { followSectorNames } from './sector-names.ts';

/** Only the sectors matter here. */
const named = (hash: string, en: string, fr: string) =>
  ({ hash, content: { sectors: [{ id: 'food', name: { en, fr } }] } as unknown as Content }) as const;

let stop = (): void => undefined;
beforeEach(() => i18next.init({ lng: 'en', fallbackLng: false, resources: {} }));
afterEach(() => {
  stop();
  contentStore.setState({ hash: null, content: null });
});

describe('the names of the sectors', () => {
  it('are those of the client while there is no catalogue', () => {
    stop = followSectorNames();
    i18next.addResourceBundle('en', 'translation', lending, true);
    expect(i18next.t('sector.food')).toBe(lending.sector.food);
  });

  it('are those of the catalogue in force, whenever its texts and those of the client come', () => {
    contentStore.setState(named('1', 'Cooking', 'Cuisine'));
    stop = followSectorNames();
    i18next.addResourceBundle('en', 'translation', lending, true);
    expect(i18next.t('sector.food')).toBe('Cooking');
    expect(i18next.t('sector.retail')).toBe(lending.sector.retail);
    contentStore.setState(named('2', 'Kitchens', 'Cuisines'));
    expect(i18next.t('sector.food')).toBe('Kitchens');
    expect(i18next.t('sector.food', { lng: 'fr' })).toBe('Cuisines');
    stop();
    contentStore.setState(named('3', 'Bakeries', 'Fournils'));
    expect(i18next.t('sector.food')).toBe('Kitchens');
  });
});
