import { type FormEvent, useState } from 'react';
import { CopyButton } from '../../ui/account/copy-button.tsx';
import { Button } from '../../ui/parts/button.tsx';
import { Field } from '../../ui/parts/field.tsx';
import type { Refusal } from '../api/refusal.ts';
import { useAct } from '../api/use-act.ts';
import { useWords } from '../i18n/use-words.ts';
import { Refused } from '../parts/states.tsx';
import { refreshSession, signOut } from '../store/session.ts';
import { Door } from './door.tsx';
import { QrCode } from './qr-code.tsx';

type Begun = { readonly uri: string; readonly backupCodes: readonly string[] };

/** Sets TOTP up before anything else is open: the password again, the secret as a picture and as text, backup codes, the first code. */
export function Enrol() {
  const { t } = useWords();
  const { busy, act } = useAct();
  const [begun, setBegun] = useState<Begun | null>(null);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const begin = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const answer = await act('beginTotp', { body: { password } }, true);
    if (answer === null) return;
    setRefusal(answer.ok ? null : answer.error);
    if (answer.ok) setBegun(answer.value);
  };
  const confirm = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const answer = await act('confirmTotp', { body: { code } }, true);
    if (answer === null) return;
    setRefusal(answer.ok ? null : answer.error);
    if (answer.ok) await refreshSession();
    else setCode('');
  };
  return (
    <Door title={t('enrol.title')}>
      {refusal === null ? null : <Refused refusal={refusal} />}
      {begun === null ? (
        <form className="stack" onSubmit={begin}>
          <p>{t('enrol.why')}</p>
          <Field
            label={t('signIn.password')}
            type="password"
            autoComplete="current-password"
            required
            maxLength={128}
            value={password}
            onChange={({ target }) => setPassword(target.value)}
          />
          <Button look="primary" type="submit" block busy={busy === null ? false : t('common.loading')}>
            {t('enrol.begin')}
          </Button>
        </form>
      ) : (
        <form className="stack" onSubmit={confirm}>
          <Secret uri={begun.uri} />
          <BackupCodes codes={begun.backupCodes} />
          <Field
            label={t('enrol.code')}
            hint={t('enrol.codeHint')}
            autoComplete="one-time-code"
            inputMode="numeric"
            maxLength={20}
            required
            value={code}
            onChange={({ target }) => setCode(target.value)}
          />
          <Button look="primary" type="submit" block busy={busy === null ? false : t('common.loading')}>
            {t('enrol.confirm')}
          </Button>
        </form>
      )}
      <Button look="quiet" onClick={() => void signOut()}>
        {t('shell.signOut')}
      </Button>
    </Door>
  );
}

/** The secret out of `otpauth://totp/...?secret=...`, for those whose telephone cannot see the screen. */
const secretOf = (uri: string): string => new URLSearchParams(uri.slice(uri.indexOf('?') + 1)).get('secret') ?? '';

function Secret({ uri }: { uri: string }) {
  const { t } = useWords();
  const secret = secretOf(uri);
  return (
    <div className="stack">
      <p>{t('enrol.scan')}</p>
      <QrCode text={uri} label={t('enrol.picture')} />
      <p>{t('enrol.type')}</p>
      <p className="row row--wrap">
        <code className="op-secret">{secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
        <CopyButton text={secret} />
      </p>
    </div>
  );
}

function BackupCodes({ codes }: { codes: readonly string[] }) {
  const { t } = useWords();
  return (
    <div className="stack stack--s">
      <h2>{t('enrol.backup')}</h2>
      <p>{t('enrol.backupWhy')}</p>
      <ul className="op-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <CopyButton text={codes.join('\n')} />
    </div>
  );
}
