import { Banner } from '../../../ui/parts/banner.tsx';
import { useWords } from '../../i18n/use-words.ts';
import type { Words } from '../../i18n/words.ts';
import type { PublishBlock, PublishCaution } from '../view/publish-gate.ts';

export function blockText(block: PublishBlock, { t }: Words): string {
  return block.kind === 'errors' ? t('release.block.errors', { count: block.count }) : t(`release.block.${block.kind}`);
}

export function cautionText(caution: PublishCaution, { t }: Words): string {
  if (caution.kind === 'broken') return t('release.caution.broken', { count: caution.count });
  if (caution.kind === 'unsure') return t('release.caution.unsure', { count: caution.count });
  if (caution.kind === 'old-live') return t('release.caution.old-live', { number: caution.version });
  return t(`release.caution.${caution.kind}`);
}

/** What one should know before asking, each in a sentence. */
export function Cautions({ cautions }: { cautions: readonly PublishCaution[] }) {
  const words = useWords();
  if (cautions.length === 0) return null;
  return (
    <Banner kind="caution" title={words.t('release.cautions')}>
      <ul className="plain-list">
        {cautions.map((caution) => (
          <li key={caution.kind}>{cautionText(caution, words)}</li>
        ))}
      </ul>
    </Banner>
  );
}
