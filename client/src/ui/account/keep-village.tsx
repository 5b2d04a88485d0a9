import { type SyntheticEvent, useState } from 'react';
import { actions } from '../../store/actions.ts';
import { playerStore } from '../../store/player.ts';
import { showToast } from '../../store/toasts.ts';
import { hrefOf } from '../navigation/route.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { useSlice } from '../use-slice.ts';
import { useTexts } from '../use-texts.ts';
import { looksLikeEmail, PASSWORD_MAX, PASSWORD_MIN, passwordFits } from './checks.ts';
import { FaultBanner } from './fault-banner.tsx';
import { useAsk } from './use-ask.ts';

/** A guest adds an address and a password and loses nothing. The age comes first, asked once and neutrally. */
export function KeepVillage() {
  const { t } = useTexts();
  const age = useSlice(playerStore, (player) => player.age);
  return (
    <section aria-labelledby="acc-keep">
      <h3 id="acc-keep">{t('account.keep')}</h3>
      <p className="muted">{t('account.keepBody')}</p>
      {!age.given ? <AgeForm /> : age.oldEnough ? <LinkForm /> : <p>{t('account.young')}</p>}
    </section>
  );
}

const OLDEST = 120;

function AgeForm() {
  const { t } = useTexts();
  const [text, setText] = useState('');
  const [left, setLeft] = useState(false);
  const { busy, fault, ask } = useAsk();
  const age = Number(text);
  const fits = text.trim() !== '' && Number.isInteger(age) && age >= 1 && age <= OLDEST;
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setLeft(true);
    if (fits) void ask(() => actions().answerAge(age));
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <Field
        label={t('account.age')}
        hint={t('account.ageHint')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={3}
        value={text}
        error={left && !fits ? t('account.ageBad') : null}
        onChange={(event) => setText(event.target.value)}
      />
      <FaultBanner fault={fault} />
      <Button type="submit" busy={busy ? t('account.saving') : false}>
        {t('common.next')}
      </Button>
    </form>
  );
}

function LinkForm() {
  const { t } = useTexts();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [left, setLeft] = useState(false);
  const { busy, fault, ask } = useAsk();
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    setLeft(true);
    if (!looksLikeEmail(email) || !passwordFits(password)) return;
    const done = await ask(() => actions().linkEmail(email.trim(), password));
    if (done.ok) showToast({ icon: 'key', text: t('toast.linked') });
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <Field
        label={t('signIn.email')}
        type="email"
        autoComplete="username"
        value={email}
        error={left && !looksLikeEmail(email) ? t('fault.EMAIL_BAD') : null}
        onChange={(event) => setEmail(event.target.value)}
      />
      <Field
        label={t('signIn.password')}
        type="password"
        autoComplete="new-password"
        maxLength={PASSWORD_MAX}
        hint={t('account.passwordHint', { count: PASSWORD_MIN })}
        value={password}
        error={left && !passwordFits(password) ? t('fault.PASSWORD_SHORT') : null}
        onChange={(event) => setPassword(event.target.value)}
      />
      <p className="hint">
        {t('account.emailUse')} <a href={hrefOf({ kind: 'privacy' })}>{t('privacy.title')}</a>
      </p>
      <FaultBanner fault={fault} />
      <Button type="submit" busy={busy ? t('account.saving') : false}>
        {t('account.link')}
      </Button>
    </form>
  );
}
