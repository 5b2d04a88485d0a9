import { useState } from 'react';
import { actions } from '../../../store/actions.ts';
import type { WholeLoan } from '../../../store/lending.ts';
import { Button } from '../../parts/button.tsx';
import { Glyph } from '../../parts/icon.tsx';
import { useTexts } from '../../use-texts.ts';

/** Following brings news of a loan whether one lent or not. Its state stands in its words. */
export function FollowButton({ loan }: { loan: WholeLoan }) {
  const { t } = useTexts();
  const [busy, setBusy] = useState(false);
  const following = loan.following === true;
  if (loan.following === undefined) return null;
  const press = async (): Promise<void> => {
    setBusy(true);
    await actions().command('loan.follow', { loanId: loan.id, follow: !following });
    setBusy(false);
  };
  return (
    <Button
      className="follow"
      data-follow=""
      aria-pressed={following}
      busy={busy ? t('follow.doing') : false}
      onClick={() => void press()}
    >
      <Glyph name="bookmark-simple" fill={following} />{' '}
      {following ? t('follow.on', { name: loan.shortName }) : t('follow.off', { name: loan.shortName })}
    </Button>
  );
}
