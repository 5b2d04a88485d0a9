import { type SyntheticEvent, useState } from 'react';
import { actions } from '../../store/actions.ts';
import { playerStore } from '../../store/player.ts';
import { Banner } from '../parts/banner.tsx';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Modal } from '../parts/modal.tsx';
import { Segmented } from '../parts/segmented.tsx';
import { useTexts } from '../use-texts.ts';
import { looksLikeEmail, PASSWORD_MAX, PASSWORD_MIN, passwordFits } from './checks.ts';
import { FaultBanner } from './fault-banner.tsx';
import { useAsk } from './use-ask.ts';

type Way = 'email' | 'code' | 'recover';

/** The ways back to a village one already has: password, a code from another device, a recovery code. */
export default function SignIn({ onClose }: { onClose: () => void }) {
  const { t } = useTexts();
  const [way, setWay] = useState<Way>('email');
  return (
    <Modal title={t('signIn.title')} onClose={onClose} width={480}>
      <div className="stack stack--l">
        <Segmented
          label={t('signIn.way')}
          value={way}
          options={[
            { value: 'email', label: t('signIn.byEmail') },
            { value: 'code', label: t('signIn.byCode') },
            { value: 'recover', label: t('signIn.byRecovery') },
          ]}
          onChange={setWay}
        />
        {way === 'email' ? <ByEmail /> : way === 'code' ? <ByCode /> : <ByRecovery onDone={() => setWay('email')} />}
      </div>
    </Modal>
  );
}

/** A guest's garden on this device would be left for good: asked once, in words, before it happens. */
function LeaveGuest({ onLeave, busy }: { onLeave: () => void; busy: boolean }) {
  const { t } = useTexts();
  return (
    <Banner kind="caution" role="alert" title={t('signIn.guestTitle', { name: playerStore.getState().name })}>
      <p>{t('signIn.guestBody')}</p>
      <p>
        <Button look="danger" busy={busy ? t('signIn.entering') : false} onClick={onLeave}>
          {t('signIn.guestLeave')}
        </Button>
      </p>
    </Banner>
  );
}

function ByEmail() {
  const { t } = useTexts();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [left, setLeft] = useState(false);
  const { busy, fault, ask } = useAsk();
  const enter = (leaveGuest: boolean): void => void ask(() => actions().signIn(email.trim(), password, leaveGuest));
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setLeft(true);
    if (looksLikeEmail(email) && password !== '') enter(false);
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
        autoComplete="current-password"
        maxLength={PASSWORD_MAX}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      {fault === 'GUEST_LEFT_BEHIND' ? (
        <LeaveGuest busy={busy} onLeave={() => enter(true)} />
      ) : (
        <>
          <FaultBanner fault={fault} />
          <Button look="primary" type="submit" block busy={busy ? t('signIn.entering') : false}>
            {t('signIn.enter')}
          </Button>
        </>
      )}
    </form>
  );
}

function ByCode() {
  const { t } = useTexts();
  const [code, setCode] = useState('');
  const { busy, fault, ask } = useAsk();
  const enter = (leaveGuest: boolean): void => void ask(() => actions().redeemDeviceCode(code, leaveGuest));
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (code.trim() !== '') enter(false);
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <Field
        label={t('signIn.code')}
        hint={t('signIn.codeHint')}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={40}
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      {fault === 'GUEST_LEFT_BEHIND' ? (
        <LeaveGuest busy={busy} onLeave={() => enter(true)} />
      ) : (
        <>
          <FaultBanner fault={fault} />
          <Button look="primary" type="submit" block busy={busy ? t('signIn.entering') : false}>
            {t('signIn.useCode')}
          </Button>
        </>
      )}
    </form>
  );
}

function ByRecovery({ onDone }: { onDone: () => void }) {
  const { t } = useTexts();
  const [code, setCode] = useState('');
  const [password, setPassword] = useState('');
  const [left, setLeft] = useState(false);
  const [done, setDone] = useState(false);
  const { busy, fault, ask } = useAsk();
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    setLeft(true);
    if (code.trim() === '' || !passwordFits(password)) return;
    const answer = await ask(() => actions().recover(code, password));
    setDone(answer.ok);
  };
  if (done) {
    return (
      <Banner kind="ok" role="status" title={t('signIn.recovered')}>
        <Button onClick={onDone}>{t('signIn.enter')}</Button>
      </Banner>
    );
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <Field
        label={t('signIn.recovery')}
        hint={t('signIn.recoveryHint')}
        spellCheck={false}
        maxLength={60}
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      <Field
        label={t('signIn.newPassword')}
        type="password"
        autoComplete="new-password"
        maxLength={PASSWORD_MAX}
        hint={t('account.passwordHint', { count: PASSWORD_MIN })}
        error={left && !passwordFits(password) ? t('fault.PASSWORD_SHORT') : null}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <FaultBanner fault={fault} />
      <Button look="primary" type="submit" block busy={busy ? t('signIn.entering') : false}>
        {t('signIn.recover')}
      </Button>
    </form>
  );
}
