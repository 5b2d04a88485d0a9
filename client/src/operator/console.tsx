import { lazy, Suspense } from 'react';
import { Modal } from '../ui/parts/modal.tsx';
import { useSlice } from '../ui/use-slice.ts';
import { useWords } from './i18n/use-words.ts';
import { KeysDialog } from './keys/keys-dialog.tsx';
import { AskDialog } from './parts/ask.tsx';
import { Loading, Refused } from './parts/states.tsx';
import { Toasts } from './parts/toasts.tsx';
import { routeStore } from './shell/route.ts';
import { Shell } from './shell/shell.tsx';
import { Door } from './sign-in/door.tsx';
import { SignInForm } from './sign-in/sign-in-form.tsx';
import { refreshSession, sessionStore } from './store/session.ts';

const Enrol = lazy(async () => ({ default: (await import('./sign-in/enrol.tsx')).Enrol }));
const Redeem = lazy(async () => ({ default: (await import('./sign-in/redeem.tsx')).Redeem }));

/** The whole console: what stands before the door, or the shell with its pages. */
export function Console() {
  const { t } = useWords();
  const phase = useSlice(sessionStore, (session) => session.phase);
  const email = useSlice(sessionStore, (session) => session.me?.operator.email ?? '');
  const [word, token] = useSlice(routeStore, (route) => route.words);
  return (
    <>
      {word === 'redeem' && phase !== 'in' && phase !== 'ended' ? (
        <Suspense fallback={<Loading />}>
          <Redeem token={token ?? ''} />
        </Suspense>
      ) : phase === 'in' || phase === 'ended' ? (
        <Shell />
      ) : phase === 'enrol' ? (
        <Suspense fallback={<Loading />}>
          <Enrol />
        </Suspense>
      ) : phase === 'out' ? (
        <Door title={t('signIn.title')}>
          <SignInForm />
        </Door>
      ) : phase === 'unreachable' ? (
        <Door title={t('signIn.title')}>
          <Refused refusal={{ code: 'OFFLINE' }} onRetry={() => void refreshSession()} />
        </Door>
      ) : (
        <Loading onRetry={() => void refreshSession()} />
      )}
      {phase === 'ended' ? (
        <Modal title={t('signIn.ended')} onClose={() => undefined} width={440}>
          <p className="stack">{t('signIn.endedBody')}</p>
          <SignInForm email={email} />
        </Modal>
      ) : null}
      <AskDialog />
      <KeysDialog />
      <Toasts />
    </>
  );
}
