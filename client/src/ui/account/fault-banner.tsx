import { refusalText } from '../../i18n/refusal-text.ts';
import type { Fault } from '../../store/fault.ts';
import { Banner } from '../parts/banner.tsx';
import { useTexts } from '../use-texts.ts';

export function FaultBanner({ fault }: { fault: Fault | null }) {
  const texts = useTexts();
  if (fault === null) return null;
  return (
    <Banner kind="error" role="alert" title={texts.t('account.failed')}>
      {refusalText({ from: 'fault', code: fault }, texts)}
    </Banner>
  );
}
