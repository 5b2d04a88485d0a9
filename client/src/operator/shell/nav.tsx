import { useEffect, useRef } from 'react';
import { settingsStore } from '../../store/settings.ts';
import { Glyph } from '../../ui/parts/icon.tsx';
import { useSlice } from '../../ui/use-slice.ts';
import { useWords } from '../i18n/use-words.ts';
import { showKeys } from '../keys/keys-dialog.tsx';
import { PAGES } from '../pages.ts';
import { draftNow, draftsStore } from '../store/drafts.ts';
import { sessionStore, signOut } from '../store/session.ts';
import { PLACES, type Place } from './places.ts';
import { hrefTo, routeStore } from './route.ts';

/** Where a place of the navigation leads, and what it is called now: "Draft 42". */
function useTarget(): (place: Place) => { href: string; label: string } {
  const { t } = useWords();
  const draft = useSlice(draftsStore, draftNow);
  return ({ id }) =>
    id === 'draft' && draft !== null
      ? { href: hrefTo(['draft', draft.id]), label: t('place.draftNumber', { number: draft.number }) }
      : { href: hrefTo([id]), label: t(`place.${id}`) };
}

export function Nav({ current }: { current: string }) {
  const { t } = useWords();
  const target = useTarget();
  const bar = useRef<HTMLElement>(null);
  const operator = useSlice(sessionStore, ({ me }) => me?.operator ?? null);
  const keys = useSlice(settingsStore, ({ shortcuts }) => shortcuts);
  // On a phone the bar scrolls sideways: where one is must be in sight.
  useEffect(() => {
    bar.current?.querySelector(`[data-place="${current}"]`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [current]);
  return (
    <nav className="op-nav" aria-label={t('shell.nav')} ref={bar}>
      <p className="logo only-wide">Bloomvale</p>
      {PLACES.filter(({ id }) => PAGES[id] !== undefined).map((place) => {
        const { href, label } = target(place);
        return (
          <a
            key={place.id}
            href={href}
            data-place={place.id}
            aria-current={place.id === current ? 'page' : undefined}
            aria-keyshortcuts={keys && place.key !== null ? `g ${place.key}` : undefined}
          >
            <Glyph name={place.glyph} /> {label}
          </a>
        );
      })}
      <div className="foot">
        <b>{operator?.name}</b>
        <span>{operator === null ? null : t(`role.${operator.role}`)}</span>
        <button type="button" className="foot__btn" onClick={showKeys}>
          {t('shell.keysBefore')} <kbd>?</kbd> {t('shell.keysAfter')}
        </button>
        <button type="button" className="foot__btn" onClick={() => void signOut()}>
          <Glyph name="sign-out" size="s" /> {t('shell.signOut')}
        </button>
      </div>
    </nav>
  );
}

/** Routes the places' keys share with the links. */
export const hrefOfPlace = (place: Place): string => {
  const draft = draftNow(draftsStore.getState());
  return place.id === 'draft' && draft !== null ? hrefTo(['draft', draft.id]) : hrefTo([place.id]);
};
export const placeNow = (): string => routeStore.getState().words[0] ?? '';
