import { changeSettings, settingsStore } from '../../store/settings.ts';
import { createSlice } from '../../store/slice.ts';
import { Modal } from '../../ui/parts/modal.tsx';
import { useSlice } from '../../ui/use-slice.ts';
import { useWords } from '../i18n/use-words.ts';
import { Kbd } from '../parts/kbd.tsx';
import { Switch } from '../parts/switch.tsx';
import { bindingsNow, keyStore } from './registry.ts';

const openStore = createSlice<{ readonly open: boolean }>({ open: false });
export const showKeys = (): void => openStore.setState({ open: true });

/** Everything that can be pressed on this page, and the switch that turns single letters off. */
export function KeysDialog() {
  const { t } = useWords();
  const open = useSlice(openStore, (state) => state.open);
  const layers = useSlice(keyStore, (state) => state.layers);
  const on = useSlice(settingsStore, (settings) => settings.shortcuts);
  if (!open) return null;
  return (
    <Modal title={t('keys.title')} onClose={() => openStore.setState({ open: false })} width={520}>
      <dl className="op-keys">
        {bindingsNow(layers).map(({ keys, text }) => (
          <div key={`${text} ${keys.join()}`}>
            <dt>
              {keys.map((key) => (
                <Kbd key={key} keys={key} />
              ))}
            </dt>
            <dd>{t(`keys.${text}`)}</dd>
          </div>
        ))}
      </dl>
      <Switch
        on={on}
        label={on ? t('keys.on') : t('keys.off')}
        onChange={(shortcuts) => changeSettings({ shortcuts })}
      />
    </Modal>
  );
}
