import type { PreviewView } from '@bloomvale/shared/operator/preview-api';
import { Button } from '../../../ui/parts/button.tsx';
import { Meter } from '../../../ui/parts/meter.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { useBlocked } from '../../store/use-may.ts';

type Props = { readonly preview: PreviewView; readonly busy: boolean; readonly onCancel: () => void };

/** A running preview: how many runs of both sides are done, and the way to stop it. */
export function PreviewProgress({ preview, busy, onCancel }: Props) {
  const { t, integer } = useWords();
  const blocked = useBlocked('editor');
  const share = preview.all === 0 ? 0 : preview.done / preview.all;
  return (
    <div className="banner preview-progress">
      <div className="preview-progress__bar">
        <p role="status">
          <b>{t('preview.running', { name: preview.by.name })}</b>
        </p>
        <Meter value={share} label={t('preview.progressLabel')} />
        <span className="muted">
          {t('preview.progress', { done: integer(preview.done), all: integer(preview.all) })}
        </span>
      </div>
      <Button blocked={blocked} busy={busy ? t('preview.cancelling') : false} onClick={onCancel}>
        {t('preview.cancel')}
      </Button>
    </div>
  );
}
