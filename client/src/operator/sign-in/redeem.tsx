import { type FormEvent, useEffect, useState } from 'react';
import { Button } from '../../ui/parts/button.tsx';
import { Field } from '../../ui/parts/field.tsx';
import type { Refusal } from '../api/refusal.ts';
import { useAct } from '../api/use-act.ts';
import { useWords } from '../i18n/use-words.ts';
import { Refused } from '../parts/states.tsx';
import { goQuietly } from '../shell/route.ts';
import { refreshSession } from '../store/session.ts';
import { Door } from './door.tsx';

/** As the accounts ask for; the server has the last word (PASSWORD_TOO_SHORT). */
const PASSWORD_LEAST = 12;

/** A one-time link becomes an account. The token leaves the address at once, or it would stay in the history. */
export function Redeem({ token }: { token: string }) {
  const { t } = useWords();
  const { busy, act } = useAct();
  const [kept] = useState(token);
  useEffect(() => goQuietly(['redeem']), []);
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const faults = {
    name: name.trim().length < 2 ? t('redeem.nameShort') : null,
    password: password.length < PASSWORD_LEAST ? t('redeem.passwordShort', { count: PASSWORD_LEAST }) : null,
    again: again === password ? null : t('redeem.differs'),
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (Object.values(faults).some((fault) => fault !== null)) return;
    const answer = await act('redeem', { body: { token: kept, name: name.trim(), password } }, true);
    if (answer === null) return;
    if (!answer.ok) return setRefusal(answer.error);
    const signedIn = await act('signIn', { body: { email: answer.value.email, password, code: null } }, true);
    location.hash = '';
    if (signedIn !== null) await refreshSession();
  };
  const shown = (fault: string | null): string | null => (tried ? fault : null);
  return (
    <Door title={t('redeem.title')}>
      <p>{t('redeem.body')}</p>
      <form className="stack" onSubmit={submit} noValidate>
        {refusal === null ? null : <Refused refusal={refusal} />}
        <Field
          label={t('redeem.name')}
          hint={t('redeem.nameHint')}
          autoComplete="name"
          maxLength={60}
          value={name}
          error={shown(faults.name)}
          onChange={({ target }) => setName(target.value)}
        />
        <Field
          label={t('redeem.password')}
          hint={t('redeem.passwordHint', { count: PASSWORD_LEAST })}
          type="password"
          autoComplete="new-password"
          maxLength={128}
          value={password}
          error={shown(faults.password)}
          onChange={({ target }) => setPassword(target.value)}
        />
        <Field
          label={t('redeem.again')}
          type="password"
          autoComplete="new-password"
          maxLength={128}
          value={again}
          error={shown(faults.again)}
          onChange={({ target }) => setAgain(target.value)}
        />
        <Button look="primary" type="submit" block busy={busy === null ? false : t('redeem.acting')}>
          {t('redeem.act')}
        </Button>
      </form>
    </Door>
  );
}
