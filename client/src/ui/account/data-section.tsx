import { useState } from 'react';
import { actions } from '../../store/actions.ts';
import { playerStore } from '../../store/player.ts';
import { closePanel } from '../navigation/open.ts';
import { Banner } from '../parts/banner.tsx';
import { Button } from '../parts/button.tsx';
import { Glyph } from '../parts/icon.tsx';
import { useSlice } from '../use-slice.ts';
import { useTexts } from '../use-texts.ts';
import { FaultBanner } from './fault-banner.tsx';
import { useAsk } from './use-ask.ts';

type Step = 'none' | 'sign-out' | 'delete';

/** One's data as a file, the way out, and the end. What cannot be undone is said before, in a second step. */
export function DataSection() {
  const { t } = useTexts();
  const [step, setStep] = useState<Step>('none');
  const guest = useSlice(playerStore, (player) => player.guest);
  return (
    <section aria-labelledby="acc-data">
      <h3 id="acc-data">{t('account.data')}</h3>
      {step === 'sign-out' ? (
        <SignOut onBack={() => setStep('none')} />
      ) : step === 'delete' ? (
        <Delete onBack={() => setStep('none')} />
      ) : (
        <div className="row row--wrap">
          <Download />
          <Button onClick={() => (guest ? setStep('sign-out') : void signOut())}>{t('account.signOut')}</Button>
          <Button look="quiet" onClick={() => setStep('delete')}>
            {t('account.delete')}
          </Button>
        </div>
      )}
    </section>
  );
}

async function signOut(): Promise<void> {
  closePanel();
  await actions().signOut();
}

function Download() {
  const { t } = useTexts();
  const { busy, fault, ask } = useAsk();
  const download = async (): Promise<void> => {
    const answer = await ask(() => actions().downloadData());
    if (!answer.ok) return;
    const url = URL.createObjectURL(answer.value);
    const link = document.createElement('a');
    link.href = url;
    link.download = 'bloomvale-data.json';
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <>
      <FaultBanner fault={fault} />
      <Button busy={busy ? t('common.loading') : false} onClick={download}>
        <Glyph name="download-simple" /> {t('account.download')}
      </Button>
    </>
  );
}

/** A guest who signs out has no way back but a code: said before. */
function SignOut({ onBack }: { onBack: () => void }) {
  const { t } = useTexts();
  return (
    <Banner kind="caution" role="alert" title={t('account.signOutGuest')}>
      <p>{t('account.signOutGuestBody')}</p>
      <p className="row row--wrap">
        <Button look="danger" onClick={() => void signOut()}>
          {t('account.signOut')}
        </Button>
        <Button onClick={onBack}>{t('common.notNow')}</Button>
      </p>
    </Banner>
  );
}

function Delete({ onBack }: { onBack: () => void }) {
  const { t } = useTexts();
  const { busy, fault, ask } = useAsk();
  const remove = async (): Promise<void> => {
    const done = await ask(() => actions().deleteAccount());
    if (done.ok) closePanel();
  };
  return (
    <Banner kind="error" role="alert" title={t('account.deleteTitle')}>
      <p>{t('account.deleteBody')}</p>
      <FaultBanner fault={fault} />
      <p className="row row--wrap">
        <Button look="danger" busy={busy ? t('account.deleting') : false} onClick={remove}>
          {t('account.deleteConfirm')}
        </Button>
        <Button onClick={onBack}>{t('common.notNow')}</Button>
      </p>
    </Banner>
  );
}
