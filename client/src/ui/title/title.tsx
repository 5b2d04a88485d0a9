import { lazy, Suspense, useState } from 'react';
import { refusalText } from '../../i18n/refusal-text.ts';
import { actions } from '../../store/actions.ts';
import type { Fault } from '../../store/fault.ts';
import { playerStore } from '../../store/player.ts';
import { hrefOf } from '../navigation/route.ts';
import { Banner } from '../parts/banner.tsx';
import { Button } from '../parts/button.tsx';
import { Glyph } from '../parts/icon.tsx';
import { useSlice } from '../use-slice.ts';
import { useTexts } from '../use-texts.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { SoundButton } from './sound-button.tsx';

const SignIn = lazy(() => import('../account/sign-in.tsx'));

/** One press to play; everything else second. Works before the world's code has arrived. */
export function Title() {
  const { t } = useTexts();
  const phase = useSlice(playerStore, (player) => player.phase);
  const name = useSlice(playerStore, (player) => player.name);
  const [signingIn, setSigningIn] = useState(false);
  const known = phase === 'known';
  return (
    <main className="title-main">
      <div className="title-top">
        <LanguageSwitch />
        <SoundButton />
      </div>
      <section className="card title-card">
        <h1 className="wordmark">Bloomvale</h1>
        <p className="lede">{t('title.lede')}</p>
        <PlayButtons known={known} name={name} onSignIn={() => setSigningIn(true)} />
        <div className="promise">
          <Banner kind="info" title={t('title.promise')}>
            {t('title.promiseBody')}
          </Banner>
        </div>
        <nav className="title-links" aria-label={t('title.about')}>
          <a href={hrefOf({ kind: 'computed' })}>{t('computed.title')}</a>
          <a href={hrefOf({ kind: 'privacy' })}>{t('privacy.title')}</a>
          <a href={hrefOf({ kind: 'terms' })}>{t('terms.title')}</a>
          <a href={hrefOf({ kind: 'credits' })}>{t('credits.title')}</a>
        </nav>
      </section>
      {signingIn ? (
        <Suspense fallback={null}>
          <SignIn onClose={() => setSigningIn(false)} />
        </Suspense>
      ) : null}
    </main>
  );
}

function PlayButtons({ known, name, onSignIn }: { known: boolean; name: string; onSignIn: () => void }) {
  const texts = useTexts();
  const { t } = texts;
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const play = async (): Promise<void> => {
    setBusy(true);
    setFault(null);
    const done = await (known ? actions().resume() : actions().playAsGuest());
    setBusy(false);
    if (!done.ok) setFault(done.error);
  };
  return (
    <div className="stack">
      <Button look="primary" big block busy={busy ? t('title.starting') : false} onClick={play}>
        <Glyph name="play" fill /> {known ? t('title.continue', { name }) : t('title.guest')}
      </Button>
      <Button block onClick={onSignIn}>
        {known ? t('title.other') : t('title.signIn')}
      </Button>
      {fault === null ? null : (
        <Banner kind="error" role="alert" title={t('title.failed')}>
          {refusalText({ from: 'fault', code: fault }, texts)}
        </Banner>
      )}
    </div>
  );
}
