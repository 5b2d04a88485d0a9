import { Suspense, useEffect } from 'react';
import { useSlice } from '../../ui/use-slice.ts';
import { useWords } from '../i18n/use-words.ts';
import { showKeys } from '../keys/keys-dialog.tsx';
import { useKeys } from '../keys/registry.ts';
import { PAGES } from '../pages.ts';
import { Empty, Loading } from '../parts/states.tsx';
import { loadDrafts } from '../store/drafts.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { hrefOfPlace, Nav } from './nav.tsx';
import { PLACES } from './places.ts';
import { routeStore } from './route.ts';

const DRAFTS_MS = 20_000;

/** Navigation and the page that the address names; the first of the navigation without one. */
export function Shell() {
  const { t } = useWords();
  const { words, query } = useSlice(routeStore, (route) => route);
  const first = PLACES.find(({ id }) => PAGES[id] !== undefined)?.id ?? '';
  const [word = first, ...rest] = words;
  const place = PLACES.find(({ id }) => id === word);
  const Page = place === undefined ? undefined : PAGES[place.id];
  useEffect(() => {
    void loadDrafts();
    // Others work on drafts too.
    const timer = setInterval(
      () => (document.visibilityState === 'visible' ? void loadDrafts() : undefined),
      DRAFTS_MS,
    );
    return () => clearInterval(timer);
  }, []);
  useKeys([
    ...PLACES.filter(({ id, key }) => PAGES[id] !== undefined && key !== null).map((one) => ({
      keys: [`g ${one.key}`],
      text: `go_${one.id}` as const,
      run: () => {
        location.hash = hrefOfPlace(one);
      },
    })),
    { keys: ['?'], text: 'help', run: showKeys },
  ]);
  return (
    <>
      <a className="skip" href="#main">
        {t('shell.skip')}
      </a>
      <div className="op">
        <Nav current={word} />
        <main id="main" className="op-main" tabIndex={-1}>
          <ErrorBoundary key={word}>
            {Page === undefined ? (
              <Empty title={t('shell.unknown')}>
                <a href={`#/${first}`}>{t('shell.back')}</a>
              </Empty>
            ) : (
              <Suspense fallback={<Loading />}>
                <Page rest={rest} query={query} />
              </Suspense>
            )}
          </ErrorBoundary>
        </main>
      </div>
    </>
  );
}
