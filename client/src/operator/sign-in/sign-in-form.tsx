import { type FormEvent, useRef, useState } from 'react';
import { Button } from '../../ui/parts/button.tsx';
import { Field } from '../../ui/parts/field.tsx';
import type { Refusal } from '../api/refusal.ts';
import { useAct } from '../api/use-act.ts';
import { useWords } from '../i18n/use-words.ts';
import { Refused } from '../parts/states.tsx';
import { refreshSession } from '../store/session.ts';

/** Password first; the code is asked for once the password was right, so that nobody types one in vain. */
export function SignInForm({ email: known = '' }: { email?: string }) {
  const { t } = useWords();
  const { busy, act } = useAct();
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [codeAsked, setCodeAsked] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const codeField = useRef<HTMLDivElement>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const answer = await act(
      'signIn',
      { body: { email, password, code: code.trim() === '' ? null : code.trim() } },
      true,
    );
    if (answer === null) return;
    if (answer.ok) return refreshSession();
    if (answer.error.code === 'TOTP_NEEDED') {
      setCodeAsked(true);
      setRefusal(null);
      requestAnimationFrame(() => codeField.current?.querySelector('input')?.focus());
    } else {
      setRefusal(answer.error);
      if (answer.error.code === 'TOTP_WRONG') setCode('');
    }
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      {refusal === null ? null : <Refused refusal={refusal} />}
      <Field
        label={t('signIn.email')}
        type="email"
        autoComplete="username"
        required
        maxLength={200}
        value={email}
        onChange={({ target }) => setEmail(target.value)}
      />
      <Field
        label={t('signIn.password')}
        type="password"
        autoComplete="current-password"
        required
        maxLength={128}
        value={password}
        onChange={({ target }) => setPassword(target.value)}
      />
      {codeAsked ? (
        <div ref={codeField}>
          <Field
            label={t('signIn.code')}
            hint={t('signIn.codeHint')}
            autoComplete="one-time-code"
            autoCapitalize="off"
            spellCheck={false}
            maxLength={20}
            value={code}
            onChange={({ target }) => setCode(target.value)}
          />
        </div>
      ) : null}
      <Button look="primary" type="submit" block busy={busy === null ? false : t('signIn.acting')}>
        {t('signIn.act')}
      </Button>
    </form>
  );
}
