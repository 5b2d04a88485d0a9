import { type SyntheticEvent, useState } from 'react';
import { actions } from '../../store/actions.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { useTexts } from '../use-texts.ts';
import { PASSWORD_MAX } from './checks.ts';
import { CopyButton } from './copy-button.tsx';
import { FaultBanner } from './fault-banner.tsx';
import { useAsk } from './use-ask.ts';

/** No letter is ever sent, so a forgotten password is mended by codes one keeps; they are shown once. */
export function RecoveryCodes() {
  const { t } = useTexts();
  const [password, setPassword] = useState('');
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const { busy, fault, ask } = useAsk();
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (password === '') return;
    const answer = await ask(() => actions().createRecoveryCodes(password));
    if (!answer.ok) return;
    setCodes(answer.value);
    setPassword('');
  };
  return (
    <section aria-labelledby="acc-recovery">
      <h3 id="acc-recovery">{t('account.recovery')}</h3>
      <p className="muted">{t('account.recoveryBody')}</p>
      {codes === null ? (
        <form className="stack" onSubmit={submit} noValidate>
          <Field
            label={t('signIn.password')}
            type="password"
            autoComplete="current-password"
            maxLength={PASSWORD_MAX}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
          <FaultBanner fault={fault} />
          <Button type="submit" busy={busy ? t('account.making') : false}>
            {t('account.makeCodes')}
          </Button>
        </form>
      ) : (
        <>
          <p role="status">{t('account.codesOnce')}</p>
          <ul className="codes">
            {codes.map((code) => (
              <li key={code} className="code">
                {code}
              </li>
            ))}
          </ul>
          <CopyButton text={codes.join('\n')} />
        </>
      )}
    </section>
  );
}
