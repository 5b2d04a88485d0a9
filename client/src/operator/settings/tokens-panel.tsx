import { SCOPES, type Scope } from '@bloomvale/shared/operator/endpoint';
import { type FormEvent, useId, useState } from 'react';
import { CopyButton } from '../../ui/account/copy-button.tsx';
import { Banner } from '../../ui/parts/banner.tsx';
import { Button } from '../../ui/parts/button.tsx';
import { useAct } from '../api/use-act.ts';
import { useCall } from '../api/use-call.ts';
import { useWords } from '../i18n/use-words.ts';
import { ask } from '../parts/ask.tsx';
import { Panel } from '../parts/panel.tsx';
import { Answered, Empty } from '../parts/states.tsx';

/** `makeToken` of the API. */
const NAME = { least: 2, most: 60 } as const;
const DAYS = ['7', '30', '90', '365'] as const;

/** One's own keys to the API: for scripts, each with few rights, an end, and a secret that is shown once. */
export function TokensPanel() {
  const { t, at } = useWords();
  const called = useCall('tokens', {});
  const { busy, act } = useAct();
  const end = async (id: string, name: string): Promise<void> => {
    const sure = await ask({ title: t('tokens.endAsk', { name }), act: t('tokens.end'), danger: true });
    if (sure === null) return;
    const done = await act('endToken', { params: { id }, body: {} });
    if (done?.ok === true) called.reload();
  };
  return (
    <Panel
      title={t('tokens.title')}
      tools={
        <a className="push" href="/operator/api/docs" target="_blank" rel="noreferrer">
          {t('tokens.docs')}
        </a>
      }
    >
      <div className="stack">
        <p className="muted">{t('tokens.lead')}</p>
        <Answered called={called}>
          {({ tokens }) => (
            <>
              {tokens.length === 0 ? <Empty title={t('tokens.none')} /> : null}
              <ul className="reports">
                {tokens.map((one) => (
                  <li key={one.id} className="report">
                    <div>
                      <b>{one.name}</b>{' '}
                      <small className="muted">
                        {one.scopes.map((scope) => t(`tokens.scope.${scopeKey(scope)}`)).join(', ')}
                      </small>
                      <br />
                      <span className="muted">
                        {t('tokens.until', { until: at(one.expiresAt) })}{' '}
                        {one.lastUsedAt === null
                          ? t('tokens.neverUsed')
                          : t('tokens.used', { time: at(one.lastUsedAt) })}
                      </span>
                    </div>
                    <Button
                      busy={busy === null ? false : t('tokens.ending')}
                      onClick={() => void end(one.id, one.name)}
                    >
                      {t('tokens.end')}
                    </Button>
                  </li>
                ))}
              </ul>
            </>
          )}
        </Answered>
        <MakeToken onMade={called.reload} />
      </div>
    </Panel>
  );
}

type ScopeKey = Scope extends infer S ? (S extends `${infer A}:${infer B}` ? `${A}_${B}` : S) : never;
/** i18next takes a colon for the mark of a namespace. */
const scopeKey = (scope: Scope): ScopeKey => scope.replace(':', '_') as ScopeKey;

function MakeToken({ onMade }: { onMade: () => void }) {
  const { t } = useWords();
  const id = useId();
  const { busy, act } = useAct();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly Scope[]>([]);
  const [days, setDays] = useState<string>(DAYS[1]);
  const [tried, setTried] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const badName = name.trim().length < NAME.least;
  const none = scopes.length === 0;
  const make = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (badName || none) return;
    const done = await act('makeToken', { body: { name: name.trim(), scopes: [...scopes], days: Number(days) } });
    if (done?.ok !== true) return;
    setSecret(done.value.secret);
    setName('');
    setScopes([]);
    setTried(false);
    onMade();
  };
  return (
    <form className="stack" onSubmit={(event) => void make(event)} noValidate>
      <h3>{t('tokens.make')}</h3>
      <div className="form">
        <div className="field">
          <label htmlFor={`${id}-name`}>{t('tokens.name')}</label>
          <input
            id={`${id}-name`}
            className="input"
            autoComplete="off"
            maxLength={NAME.most}
            value={name}
            aria-invalid={tried && badName ? true : undefined}
            aria-describedby={tried && badName ? `${id}-name-why` : undefined}
            onChange={({ target }) => setName(target.value)}
          />
          {tried && badName ? (
            <p className="error" id={`${id}-name-why`}>
              {t('tokens.badName')}
            </p>
          ) : null}
        </div>
        <div className="field">
          <label htmlFor={`${id}-days`}>{t('tokens.days')}</label>
          <select id={`${id}-days`} className="input" value={days} onChange={({ target }) => setDays(target.value)}>
            {DAYS.map((one) => (
              <option key={one} value={one}>
                {t('tokens.daysOption', { days: one })}
              </option>
            ))}
          </select>
        </div>
      </div>
      <fieldset className="choices" aria-describedby={tried && none ? `${id}-scopes-why` : undefined}>
        <legend>{t('tokens.scopes')}</legend>
        {SCOPES.map((scope) => (
          <label key={scope} className="check">
            <input
              type="checkbox"
              checked={scopes.includes(scope)}
              onChange={({ target }) =>
                setScopes(target.checked ? [...scopes, scope] : scopes.filter((one) => one !== scope))
              }
            />
            {t(`tokens.scope.${scopeKey(scope)}`)}
          </label>
        ))}
        {tried && none ? (
          <p className="error" id={`${id}-scopes-why`}>
            {t('tokens.noScope')}
          </p>
        ) : null}
      </fieldset>
      <Button type="submit" busy={busy === null ? false : t('tokens.making')}>
        {t('tokens.makeIt')}
      </Button>
      {secret === null ? null : (
        <Banner kind="ok" title={t('tokens.once')} role="status">
          <code className="op-secret">{secret}</code> <CopyButton text={secret} />
        </Banner>
      )}
    </form>
  );
}
