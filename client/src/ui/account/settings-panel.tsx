import { changeSettings, settingsStore } from '../../store/settings.ts';
import { closePanel, openPanel } from '../navigation/open.ts';
import { hrefOf } from '../navigation/route.ts';
import { Button } from '../parts/button.tsx';
import { Modal } from '../parts/modal.tsx';
import { Segmented } from '../parts/segmented.tsx';
import { Slider } from '../parts/slider.tsx';
import { Switch } from '../parts/switch.tsx';
import { LanguageSwitch } from '../title/language-switch.tsx';
import { useSlice } from '../use-slice.ts';
import { useTexts } from '../use-texts.ts';

/** Everything that is kept on this device only. */
export function SettingsPanel() {
  const { t, percent } = useTexts();
  const settings = useSlice(settingsStore, (state) => state);
  return (
    <Modal title={t('settings.title')} onClose={closePanel} width={560}>
      <div className="settings">
        <section aria-labelledby="set-language">
          <h3 id="set-language">{t('settings.language')}</h3>
          <LanguageSwitch />
        </section>
        <section aria-labelledby="set-sound">
          <h3 id="set-sound">{t('settings.sound')}</h3>
          <Switch
            on={settings.sound}
            label={settings.sound ? t('settings.soundOn') : t('settings.soundOff')}
            onChange={(sound) => changeSettings({ sound })}
          />
          <Slider
            label={t('settings.music')}
            value={settings.music}
            text={percent(settings.music)}
            min={0}
            max={1}
            step={0.05}
            onChange={(music) => changeSettings({ music })}
          />
          <Slider
            label={t('settings.effects')}
            value={settings.effects}
            text={percent(settings.effects)}
            min={0}
            max={1}
            step={0.05}
            onChange={(effects) => changeSettings({ effects })}
          />
        </section>
        <section aria-labelledby="set-motion">
          <h3 id="set-motion">{t('settings.motion')}</h3>
          <Segmented
            label={t('settings.motion')}
            value={settings.motion}
            options={[
              { value: 'system', label: t('settings.motionSystem') },
              { value: 'reduced', label: t('settings.motionReduced') },
              { value: 'full', label: t('settings.motionFull') },
            ]}
            onChange={(motion) => changeSettings({ motion })}
          />
        </section>
        <section aria-labelledby="set-access">
          <h3 id="set-access">{t('settings.access')}</h3>
          <Switch
            on={settings.marks}
            label={settings.marks ? t('settings.marksOn') : t('settings.marksOff')}
            onChange={(marks) => changeSettings({ marks })}
          />
          <Switch
            on={settings.shortcuts}
            label={settings.shortcuts ? t('settings.keysOn') : t('settings.keysOff')}
            onChange={(shortcuts) => changeSettings({ shortcuts })}
          />
        </section>
        <div className="row row--wrap">
          <Button onClick={() => openPanel({ kind: 'account' })}>{t('account.open')}</Button>
          <Button onClick={() => openPanel({ kind: 'help' })}>{t('help.open')}</Button>
        </div>
        <nav className="title-links" aria-label={t('title.about')}>
          <a href={hrefOf({ kind: 'computed' })}>{t('computed.title')}</a>
          <a href={hrefOf({ kind: 'privacy' })}>{t('privacy.title')}</a>
          <a href={hrefOf({ kind: 'terms' })}>{t('terms.title')}</a>
          <a href={hrefOf({ kind: 'credits' })}>{t('credits.title')}</a>
        </nav>
      </div>
    </Modal>
  );
}
