import { AVATAR_PRESETS } from '@bloomvale/assets/frames';
import { NAME_MAX, NAME_MIN } from '@bloomvale/shared/protocol/limits';
import { type SyntheticEvent, useState } from 'react';
import { refusalText } from '../../i18n/refusal-text.ts';
import { actions } from '../../store/actions.ts';
import { playerStore } from '../../store/player.ts';
import { showToast } from '../../store/toasts.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { useSlice } from '../use-slice.ts';
import { useTexts } from '../use-texts.ts';

/** Name and look, as neighbours see them. */
export function ProfileSection() {
  const { t } = useTexts();
  return (
    <section aria-labelledby="acc-profile">
      <h3 id="acc-profile">{t('account.profile')}</h3>
      <Rename />
      <Looks />
    </section>
  );
}

function Rename() {
  const texts = useTexts();
  const { t } = texts;
  const current = useSlice(playerStore, (player) => player.name);
  const [name, setName] = useState(current);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const trimmed = name.trim();
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (trimmed.length < NAME_MIN || trimmed.length > NAME_MAX) {
      setError(t('account.nameLength', { min: NAME_MIN, max: NAME_MAX }));
      return;
    }
    setBusy(true);
    const reply = await actions().command('player.rename', { name: trimmed });
    setBusy(false);
    setError(reply.ok ? null : refusalText({ from: 'game', code: reply.code, detail: reply.detail }, texts));
    if (reply.ok) showToast({ icon: 'waving-hand', text: t('toast.renamed', { name: reply.value.name }) });
  };
  return (
    <form className="row row--wrap row--end" onSubmit={submit} noValidate>
      <Field
        label={t('account.name')}
        hint={t('account.nameHint')}
        value={name}
        maxLength={NAME_MAX}
        autoComplete="off"
        spellCheck={false}
        error={error}
        onChange={(event) => {
          setName(event.target.value);
          setError(null);
        }}
      />
      {trimmed === current ? null : (
        <Button look="primary" type="submit" busy={busy ? t('account.saving') : false}>
          {t('account.save')}
        </Button>
      )}
    </form>
  );
}

function Looks() {
  const { t } = useTexts();
  const look = useSlice(playerStore, (player) => player.look);
  return (
    <fieldset className="looks">
      <legend className="label">{t('account.look')}</legend>
      {AVATAR_PRESETS.map((preset, index) => (
        <label key={preset} className="looks__one">
          <input
            type="radio"
            name="look"
            value={preset}
            checked={preset === look}
            onChange={() => void actions().command('player.look', { look: preset })}
          />
          <Avatar who={preset} size={56} />
          <span className="sr-only">{t('account.lookNumber', { n: index + 1 })}</span>
        </label>
      ))}
    </fieldset>
  );
}
