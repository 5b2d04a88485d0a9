import type { Locale } from '@bloomvale/shared/content/text';
import { changeSettings, settingsStore } from '../../store/settings.ts';
import { Segmented } from '../../ui/parts/segmented.tsx';
import { useSlice } from '../../ui/use-slice.ts';
import { useWords } from '../i18n/use-words.ts';

const LANGUAGES: readonly { value: Locale; label: string; lang: string }[] = [
  { value: 'en', label: 'English', lang: 'en' },
  { value: 'fr', label: 'Français', lang: 'fr' },
];

export function LanguageSwitch() {
  const { t } = useWords();
  const locale = useSlice(settingsStore, (settings) => settings.locale);
  return (
    <Segmented
      label={t('settings.language')}
      value={locale}
      options={LANGUAGES}
      onChange={(chosen) => changeSettings({ locale: chosen })}
    />
  );
}
