import type { PreviewView } from '@bloomvale/shared/operator/preview-api';
import { useWords } from '../../i18n/use-words.ts';
import { Tag } from '../../parts/tag.tsx';
import { countJudgements } from '../view/guard-rows.ts';

/** The rails in one word: "3 cautions, no stop". */
export function VerdictTag({ preview }: { preview: PreviewView }) {
  const { t } = useWords();
  if (preview.result === null) return null;
  const { stop, caution } = countJudgements(preview.result.verdicts);
  const text = t('preview.verdicts', {
    cautions: caution === 0 ? t('preview.noCaution') : t('preview.cautions', { count: caution }),
    stops: stop === 0 ? t('preview.noStop') : t('preview.stops', { count: stop }),
  });
  if (stop > 0) {
    return (
      <Tag tone="error" glyph="prohibit">
        {text}
      </Tag>
    );
  }
  return (
    <Tag tone={caution > 0 ? 'late' : 'ok'} glyph={caution > 0 ? 'warning' : 'check'}>
      {caution > 0 ? text : t('preview.allPass')}
    </Tag>
  );
}

/** Beside the heading: how much was played. */
export function RunNote({ preview: { ask, tookMs } }: { preview: PreviewView }) {
  const { t, integer, decimal } = useWords();
  const ran = t('preview.ranShort', { runs: integer(ask.runs), months: integer(ask.months) });
  return (
    <span className="muted">
      {tookMs === null ? ran : t('preview.tookShort', { ran, seconds: decimal(tookMs / 1_000, 1) })}
    </span>
  );
}

/** From what the figures come: whoever sets the same again gets the same. */
export function RunOrigin({ preview }: { preview: PreviewView }) {
  const { t, integer } = useWords();
  const { ask, result, liveVersion, draftRevision } = preview;
  return (
    <span>
      {t('preview.ran', {
        runs: integer(ask.runs),
        months: integer(ask.months),
        lenders: integer(ask.lenders),
        seed: ask.seed,
        live: liveVersion,
        revision: draftRevision,
      })}{' '}
      {ask.shocks ? null : `${t('preview.settings.shocksOff')}. `}
      {result === null
        ? null
        : t('preview.loanMonths', { n: integer(result.live.loanMonths + result.draft.loanMonths) })}{' '}
      {t('preview.sameSeed')}
    </span>
  );
}
