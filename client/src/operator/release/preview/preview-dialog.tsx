import type { PreviewAsk } from '@bloomvale/shared/operator/preview-api';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '../../../ui/parts/button.tsx';
import { Field } from '../../../ui/parts/field.tsx';
import { Modal } from '../../../ui/parts/modal.tsx';
import { Segmented } from '../../../ui/parts/segmented.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { Switch } from '../../parts/switch.tsx';
import {
  formOf,
  PREVIEW_FORM,
  PREVIEW_MOST,
  PREVIEW_NUMBERS,
  type PreviewFaults,
  readPreviewForm,
  SEED_MOST,
} from '../view/preview-form.ts';

type Props = {
  readonly draft: string;
  /** What was asked for last; a new one begins there. */
  readonly last: PreviewAsk | null;
  readonly busy: boolean;
  readonly onAsk: (ask: PreviewAsk) => void;
  readonly onClose: () => void;
};

/** Settings of a preview. The same seed and settings give the same figures. */
export function PreviewDialog({ draft, last, busy, onAsk, onClose }: Props) {
  const { t, integer } = useWords();
  const [form, setForm] = useState(last === null ? PREVIEW_FORM : formOf(last));
  const [faults, setFaults] = useState<PreviewFaults>({});
  const flows = useId();
  const change = (over: Partial<typeof form>): void => {
    const next = { ...form, ...over };
    setForm(next);
    // Each key after a first fault, not before.
    if (Object.keys(faults).length === 0) return;
    const read = readPreviewForm(draft, next);
    setFaults('faults' in read ? read.faults : {});
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const read = readPreviewForm(draft, form);
    if ('faults' in read) setFaults(read.faults);
    else onAsk(read.ask);
  };
  const fault = (name: keyof PreviewFaults): string | null => {
    const found = faults[name];
    if (found === undefined) return null;
    return t(`preview.fault.${found}`, { most: integer(name === 'seed' ? SEED_MOST : PREVIEW_MOST[name]) });
  };
  return (
    <Modal title={t('preview.settings.title')} onClose={onClose} width={560}>
      <form className="stack" onSubmit={submit} noValidate>
        <p className="muted">{t('preview.settings.body')}</p>
        <div className="form">
          <Field
            label={t('preview.settings.seed')}
            hint={t('preview.settings.seedHint')}
            value={form.seed}
            error={fault('seed')}
            autoComplete="off"
            onChange={({ target }) => change({ seed: target.value })}
          />
          {PREVIEW_NUMBERS.map((name) => (
            <Field
              key={name}
              label={t(`preview.settings.${name}`)}
              hint={t('preview.settings.most', { most: integer(PREVIEW_MOST[name]) })}
              inputMode="numeric"
              autoComplete="off"
              value={form[name]}
              error={fault(name)}
              onChange={({ target }) => change({ [name]: target.value })}
            />
          ))}
        </div>
        <Switch
          on={form.shocks}
          label={form.shocks ? t('preview.settings.shocksOn') : t('preview.settings.shocksOff')}
          onChange={(shocks) => change({ shocks })}
        />
        <div className="field">
          <span className="label" id={flows}>
            {t('preview.settings.flows')}
          </span>
          <Segmented
            label={t('preview.settings.flows')}
            value={form.flows}
            options={(['styles', 'live'] as const).map((value) => ({
              value,
              label: t(`preview.settings.flow.${value}`),
            }))}
            onChange={(value) => change({ flows: value })}
          />
          <p className="hint">{t(`preview.settings.flowHint.${form.flows}`)}</p>
        </div>
        <div className="dialog__foot row row--wrap">
          <Button look="primary" type="submit" busy={busy ? t('preview.starting') : false}>
            {t('preview.start')}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
        </div>
      </form>
    </Modal>
  );
}
