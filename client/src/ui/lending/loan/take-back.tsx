import { TAKE_BACK_MS } from '@bloomvale/shared/protocol/lending-commands';
import { useEffect, useState } from 'react';
import { actions } from '../../../store/actions.ts';
import { lendingStore, type TakeBack as Offer, type WholeLoan } from '../../../store/lending.ts';
import { serverNow } from '../../../store/net.ts';
import { Button } from '../../parts/button.tsx';
import { Meter } from '../../parts/meter.tsx';
import { keepFocus } from '../../use-focus-home.ts';
import { useNow } from '../../use-now.ts';
import { useSlice } from '../../use-slice.ts';
import { useTexts } from '../../use-texts.ts';

const TICK_MS = 250;

/** What can be taken back of this loan now: one's own last press, or what the page knows after a reload. */
function useOffer(loan: WholeLoan): Offer | null {
  const fresh = useSlice(lendingStore, (state) => state.takeBack);
  if (fresh !== null && fresh.loanId === loan.id) return fresh;
  return loan.takeBack === null || loan.takeBack === undefined ? null : { loanId: loan.id, ...loan.takeBack };
}

/** Ten seconds for a slip of the finger. It says how long is left and that nothing happens by itself; it never blinks or hurries. */
export function TakeBack({ loan }: { loan: WholeLoan }) {
  const { t, coins } = useTexts();
  const offer = useOffer(loan);
  const [busy, setBusy] = useState(false);
  const open = offer !== null && offer.until > serverNow();
  const now = useNow(open ? TICK_MS : 0);
  useEffect(() => {
    if (!open) keepFocus();
  }, [open]);
  if (offer === null || !open || loan.state !== 'fundraising') return null;
  const left = Math.max(0, offer.until - now);
  const takeBack = async (): Promise<void> => {
    setBusy(true);
    await actions().command('loan.take-back', { loanId: offer.loanId, lendId: offer.lendId });
    setBusy(false);
    void actions().loadLoan(loan.id);
  };
  return (
    <section className="take-back" aria-label={t('takeBack.title')}>
      <p role="status">{t('takeBack.body', { amount: coins(offer.amount) })}</p>
      <Meter value={left / TAKE_BACK_MS} thin label={t('takeBack.left', { count: Math.ceil(left / 1_000) })} />
      <p className="hint" aria-hidden="true">
        {t('takeBack.left', { count: Math.ceil(left / 1_000) })}
      </p>
      <Button busy={busy ? t('takeBack.doing') : false} onClick={() => void takeBack()}>
        {t('takeBack.act', { amount: coins(offer.amount) })}
      </Button>
    </section>
  );
}
