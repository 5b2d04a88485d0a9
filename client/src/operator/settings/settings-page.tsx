import { changeSettings, settingsStore } from '../../store/settings.ts';
import { Button } from '../../ui/parts/button.tsx';
import { useSlice } from '../../ui/use-slice.ts';
import { useWords } from '../i18n/use-words.ts';
import { showKeys } from '../keys/keys-dialog.tsx';
import type { PageProps } from '../pages.ts';
import { LanguageSwitch } from '../parts/language-switch.tsx';
import { Panel } from '../parts/panel.tsx';
import { Switch } from '../parts/switch.tsx';
import { Page } from '../shell/page.tsx';
import { sessionStore, signOut } from '../store/session.ts';
import { OperatorsPanel } from './operators-panel.tsx';
import { TokensPanel } from './tokens-panel.tsx';

/** What concerns whoever sits here, who else may, and the keys that scripts use. */
export function SettingsPage(_: PageProps) {
  const { t } = useWords();
  const on = useSlice(settingsStore, ({ shortcuts }) => shortcuts);
  const operator = useSlice(sessionStore, ({ me }) => me?.operator ?? null);
  return (
    <Page title={t('place.settings')}>
      <div className="op-grid op-grid--even">
        <Panel title={t('settings.mine')}>
          <div className="stack">
            <p>
              <b>{operator?.name}</b> <span className="muted">{operator?.email}</span>
              <br />
              {operator === null ? null : t(`role.about_${operator.role}`)}
            </p>
            <LanguageSwitch />
            <Switch
              on={on}
              label={on ? t('keys.on') : t('keys.off')}
              onChange={(shortcuts) => changeSettings({ shortcuts })}
            />
            <div className="row row--wrap">
              <Button onClick={showKeys}>{t('keys.title')}</Button>
              <Button onClick={() => void signOut()}>{t('shell.signOut')}</Button>
            </div>
          </div>
        </Panel>
        <OperatorsPanel />
        <TokensPanel />
      </div>
    </Page>
  );
}
