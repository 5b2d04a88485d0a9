import type { LegalName } from '../../i18n/legal/legal.ts';
import { goBack } from '../navigation/open.ts';
import { useFromTop } from '../navigation/use-keep-scroll.ts';
import { Room } from '../parts/room.tsx';
import { useTexts } from '../use-texts.ts';
import { LongText } from './long-text.tsx';

/** A long text of which each language is fetched when it is read: privacy notice, terms, credits. */
export function DocumentRoom({ name }: { name: Exclude<LegalName, 'computed'> }) {
  const { t } = useTexts();
  useFromTop();
  return (
    <Room title={t(`${name}.title`)} back={t('common.back')} onBack={() => goBack(null)} purse={false}>
      <LongText name={name} />
    </Room>
  );
}
