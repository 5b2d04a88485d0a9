import { beforeEach, describe, expect, it } from 'vitest';
import { noticeStore, putNoticeAway, showNotice, shownNotice } from './notice.ts';

const NOON = { en: 'Back at noon.', fr: 'De retour à midi.' };
const shown = () => shownNotice(noticeStore.getState());

beforeEach(() => noticeStore.setState({ notice: null, away: null }));

describe('a notice of the operators', () => {
  it('that was put away does not come back with the same words, in the next room either', () => {
    expect(shown()).toBeNull();
    showNotice(NOON);
    expect(shown()).toEqual(NOON);
    putNoticeAway();
    showNotice(null);
    showNotice({ ...NOON });
    expect(shown()).toBeNull();
  });
  it('comes back with other words in either language', () => {
    for (const next of [
      { ...NOON, en: 'Back at one.' },
      { ...NOON, fr: 'De retour à une heure.' },
    ]) {
      showNotice(NOON);
      putNoticeAway();
      showNotice(next);
      expect(shown()).toEqual(next);
    }
  });
});
