import { changeSettings, settingsStore } from '../../store/settings.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { useSlice } from '../use-slice.ts';
import { useTexts } from '../use-texts.ts';

/** Sound is off until asked for; the name says the state and what a press does. */
export function SoundButton() {
  const { t } = useTexts();
  const on = useSlice(settingsStore, (settings) => settings.sound);
  return (
    <IconButton
      label={on ? t('hud.soundOn') : t('hud.soundOff')}
      glyph={on ? 'speaker-high' : 'speaker-slash'}
      fill
      onClick={() => changeSettings({ sound: !on })}
    />
  );
}
