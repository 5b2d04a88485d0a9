import type { OperatorView } from '@bloomvale/shared/operator/accounts-api';
import { OPERATOR_ROLES, type OperatorRole } from '@bloomvale/shared/operator/operator-roles';
import { type FormEvent, useId, useState } from 'react';
import { CopyButton } from '../../ui/account/copy-button.tsx';
import { Banner } from '../../ui/parts/banner.tsx';
import { Button } from '../../ui/parts/button.tsx';
import { useSlice } from '../../ui/use-slice.ts';
import { useAct } from '../api/use-act.ts';
import { useCall } from '../api/use-call.ts';
import { useWords } from '../i18n/use-words.ts';
import { ask } from '../parts/ask.tsx';
import { Panel } from '../parts/panel.tsx';
import { Answered } from '../parts/states.tsx';
import { Tag } from '../parts/tag.tsx';
import { sessionStore } from '../store/session.ts';
import { useBlocked } from '../store/use-may.ts';
import { SessionsDialog } from './sessions-dialog.tsx';

/** Everybody with an account here; publishers invite, give roles, end sessions and close accounts. */
export function OperatorsPanel() {
  const { t } = useWords();
  const called = useCall('operators', {});
  const blocked = useBlocked('publisher');
  return (
    <Panel title={t('operators.title')} tools={blocked === null ? null : <span className="push muted">{blocked}</span>}>
      <Answered called={called}>
        {({ operators }) => (
          <ul className="reports">
            {operators.map((one) => (
              <Line key={one.id} operator={one} reload={called.reload} />
            ))}
          </ul>
        )}
      </Answered>
      {blocked === null ? <Invite /> : null}
    </Panel>
  );
}

function Line({ operator, reload }: { operator: OperatorView; reload: () => void }) {
  const { t } = useWords();
  const own = useSlice(sessionStore, ({ me }) => me?.operator.id ?? '');
  const blocked = useBlocked('publisher');
  const { busy, act } = useAct();
  const [sessions, setSessions] = useState(false);
  const id = useId();
  const self = operator.id === own;
  const setRole = async (role: OperatorRole): Promise<void> => {
    const title = t('operators.roleAsk', { name: operator.name, role: t(`role.${role}`) });
    if ((await ask({ title, body: t(`role.about_${role}`), act: t('operators.roleChange') })) === null) return;
    const done = await act('setRole', { params: { id: operator.id }, body: { role } });
    if (done?.ok === true) reload();
  };
  const remove = async (): Promise<void> => {
    const title = t('operators.removeAsk', { name: operator.name });
    if ((await ask({ title, body: t('operators.removeText'), act: t('operators.remove'), danger: true })) === null)
      return;
    const done = await act('removeOperator', { params: { id: operator.id }, body: {} });
    if (done?.ok === true) reload();
  };
  return (
    <li className="report">
      <div>
        <b>{operator.name}</b> {self ? <Tag tone="info">{t('operators.you')}</Tag> : null}{' '}
        {operator.enrolled ? null : <Tag tone="late">{t('operators.noTotp')}</Tag>}
        <br />
        <span className="muted">{operator.email}</span>
      </div>
      <div className="row row--wrap">
        {blocked === null ? (
          <>
            <label className="sr-only" htmlFor={id}>
              {t('operators.roleOf', { name: operator.name })}
            </label>
            <select
              id={id}
              className="input"
              value={operator.role}
              disabled={busy !== null}
              onChange={({ target }) => void setRole(target.value as OperatorRole)}
            >
              {OPERATOR_ROLES.map((role) => (
                <option key={role} value={role}>
                  {t(`role.${role}`)}
                </option>
              ))}
            </select>
          </>
        ) : (
          <span>{t(`role.${operator.role}`)}</span>
        )}
        {self || blocked === null ? <Button onClick={() => setSessions(true)}>{t('operators.sessions')}</Button> : null}
        {blocked === null && !self ? (
          <Button
            look="danger"
            busy={busy === 'removeOperator' ? t('operators.removing') : false}
            onClick={() => void remove()}
          >
            {t('operators.remove')}
          </Button>
        ) : null}
      </div>
      {sessions ? <SessionsDialog operator={operator} onClose={() => setSessions(false)} /> : null}
    </li>
  );
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

function Invite() {
  const { t, at } = useWords();
  const id = useId();
  const { busy, act } = useAct();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<OperatorRole>('viewer');
  const [tried, setTried] = useState(false);
  const [made, setMade] = useState<{ readonly link: string; readonly expiresAt: number } | null>(null);
  const bad = !EMAIL.test(email.trim());
  const invite = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (bad) return;
    const done = await act('invite', { body: { email: email.trim(), role } });
    if (done?.ok === true) setMade(done.value);
  };
  return (
    <form className="stack" onSubmit={(event) => void invite(event)} noValidate>
      <h3>{t('operators.invite')}</h3>
      <div className="form">
        <div className="field">
          <label htmlFor={`${id}-email`}>{t('operators.email')}</label>
          <input
            id={`${id}-email`}
            className="input"
            type="email"
            autoComplete="off"
            value={email}
            aria-invalid={tried && bad ? true : undefined}
            aria-describedby={tried && bad ? `${id}-email-why` : undefined}
            onChange={({ target }) => setEmail(target.value)}
          />
          {tried && bad ? (
            <p className="error" id={`${id}-email-why`}>
              {t('operators.badEmail')}
            </p>
          ) : null}
        </div>
        <div className="field">
          <label htmlFor={`${id}-role`}>{t('operators.role')}</label>
          <select
            id={`${id}-role`}
            className="input"
            value={role}
            onChange={({ target }) => setRole(target.value as OperatorRole)}
          >
            {OPERATOR_ROLES.map((one) => (
              <option key={one} value={one}>
                {t(`role.${one}`)}
              </option>
            ))}
          </select>
        </div>
      </div>
      <Button type="submit" busy={busy === null ? false : t('operators.inviting')}>
        {t('operators.makeLink')}
      </Button>
      {made === null ? null : (
        <Banner kind="ok" title={t('operators.linkMade', { until: at(made.expiresAt) })} role="status">
          <code className="op-secret">{made.link}</code> <CopyButton text={made.link} />
        </Banner>
      )}
    </form>
  );
}
