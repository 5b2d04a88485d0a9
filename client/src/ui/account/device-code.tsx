import { useState } from 'react';
import { actions } from '../../store/actions.ts';
import { Button } from '../parts/button.tsx';
import { useNow } from '../use-now.ts';
import { useTexts } from '../use-texts.ts';
import { CopyButton } from './copy-button.tsx';
import { FaultBanner } from './fault-banner.tsx';
import { useAsk } from './use-ask.ts';

/** A code that signs another device in to the same village, once. */
export function DeviceCode() {
  const { t, span } = useTexts();
  const [made, setMade] = useState<{ readonly code: string; readonly expiresAt: number } | null>(null);
  const { busy, fault, ask } = useAsk();
  const now = useNow(made === null ? 0 : 1_000);
  const alive = made !== null && made.expiresAt > now;
  const make = async (): Promise<void> => {
    const answer = await ask(() => actions().createDeviceCode());
    if (answer.ok) setMade(answer.value);
  };
  return (
    <section aria-labelledby="acc-device">
      <h3 id="acc-device">{t('account.device')}</h3>
      <p className="muted">{t('account.deviceBody')}</p>
      {alive ? (
        <div className="row row--wrap">
          <output className="code">{made.code}</output>
          <CopyButton text={made.code} />
          <span className="hint">{t('account.codeLife', { time: span(made.expiresAt - now) })}</span>
        </div>
      ) : (
        <>
          <FaultBanner fault={fault} />
          <Button busy={busy ? t('account.making') : false} onClick={make}>
            {t('account.makeCode')}
          </Button>
        </>
      )}
    </section>
  );
}
