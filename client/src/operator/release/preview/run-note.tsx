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

/** From what the figures come: whoever sets the same again gets the same. */
export function RunNote({ preview }: { preview: PreviewView }) {
  const { t, integer, decimal } = useWords();
  const { ask, result, tookMs, liveVersion, draftRevision } = preview;
  return (
    <span className="muted">
      {t('preview.ran', {
        runs: integer(ask.runs),
        months: integer(ask.months),
        lenders: integer(ask.lenders),
        seed: ask.seed,
        live: liveVersion,
        revision: draftRevision,
      })}{' '}
      {tookMs === null ? null : t('preview.took', { seconds: decimal(tookMs / 1_000, 1) })}{' '}
      {result === null
        ? null
        : t('preview.loanMonths', { n: integer(result.live.loanMonths + result.draft.loanMonths) })}
    </span>
  );
}
