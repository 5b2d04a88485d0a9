import { changeSettings, settingsStore } from '../../store/settings.ts';
import { Segmented } from '../parts/segmented.tsx';
import { useSlice } from '../use-slice.ts';
import { useTexts } from '../use-texts.ts';

/** Languages are named in themselves, so that whoever cannot read the page finds theirs. */
const LANGUAGES = [
  { value: 'en', label: 'English', lang: 'en' },
  { value: 'fr', label: 'Français', lang: 'fr' },
] as const;

export function LanguageSwitch() {
  const { t } = useTexts();
  const locale = useSlice(settingsStore, (settings) => settings.locale);
  return (
    <Segmented
      label={t('settings.language')}
      value={locale}
      options={LANGUAGES}
      onChange={(next) => changeSettings({ locale: next })}
    />
  );
}
