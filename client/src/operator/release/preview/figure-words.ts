import type { Figure } from '@bloomvale/shared/operator/preview-api';
import type { Words } from '../../i18n/words.ts';
import { type BoundTexts, boundTexts, FIGURE_KINDS } from '../view/figure-format.ts';

/** "5.0% to 9.0%", "at least 90.0%". */
export function allowedText(bounds: BoundTexts, { t }: Words): string {
  if (bounds.kind === 'between') return t('preview.allowed.between', { least: bounds.least, most: bounds.most });
  if (bounds.kind === 'least') return t('preview.allowed.least', { least: bounds.least });
  return bounds.kind === 'most' ? t('preview.allowed.most', { most: bounds.most }) : t('preview.allowed.free');
}

export const allowedOf = (
  figure: Figure,
  rail: { readonly least: number | null; readonly most: number | null },
  words: Words,
): string => allowedText(boundTexts(rail, FIGURE_KINDS[figure], words), words);
