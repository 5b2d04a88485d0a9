import type { PreviewView } from '@bloomvale/shared/operator/preview-api';
import { Banner } from '../../../ui/parts/banner.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { figureText } from '../view/figure-format.ts';

type Result = NonNullable<PreviewView['result']>;

/** Whether somebody who arrives can fund a loan in their first session, at any hour of the preview. */
export function Newcomer({ result }: { result: Result }) {
  const words = useWords();
  const { t } = words;
  const share = result.draft.figures.newcomer?.value ?? null;
  const before = figureText(result.live.figures.newcomer?.value, 'share', words);
  if (share === null) return <Banner kind="info" title={t('preview.newcomer.unknown')} />;
  const body = t('preview.newcomer.body', { draft: figureText(share, 'share', words), live: before });
  return share >= 1 ? (
    <Banner kind="ok" title={t('preview.newcomer.can')}>
      {body}
    </Banner>
  ) : (
    <Banner kind="caution" title={t('preview.newcomer.cannot')}>
      {body}
    </Banner>
  );
}
