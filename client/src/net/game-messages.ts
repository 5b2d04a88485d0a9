import type { RoomMessages } from '@bloomvale/shared/protocol/rooms';
import { currentTexts } from '../i18n/texts.ts';
import { emitEffect } from '../store/effects.ts';
import { playerStore } from '../store/player.ts';
import { showToast } from '../store/toasts.ts';
import type { LendingData } from './lending-data.ts';

type Handlers = { readonly [M in keyof RoomMessages]?: (payload: RoomMessages[M]) => void };

/** What rooms tell by themselves. Coins that came back are news; a loss is told in the same tone and leads to its page. */
const handlers = (lending: LendingData): Handlers => ({
  'loan.changed': (message) => lending.changed(message),
  'loan.listed': () => lending.listed(),
  'loan.repaid'({ loanId, name, amount, wallet, ended }) {
    playerStore.setState({ wallet });
    emitEffect({ kind: 'repaid', loanId, amount, ended });
    const { t, coins } = currentTexts();
    const text = t(ended ? 'toast.repaidAll' : 'toast.repaid', { name, amount: coins(amount) });
    showToast({ icon: 'handshake', text });
    lending.moneyMoved(loanId);
  },
  'loan.refunded'({ loanId, name, amount, wallet }) {
    playerStore.setState({ wallet });
    emitEffect({ kind: 'refunded', loanId, amount });
    const { t, coins } = currentTexts();
    showToast({ icon: 'coin', text: t('toast.refunded', { name, amount: coins(amount) }) });
    lending.moneyMoved(loanId);
  },
  'loan.lost'({ loanId, name, amount }) {
    const { t, coins } = currentTexts();
    showToast({ text: t('toast.lost', { name, amount: coins(amount) }) });
    lending.moneyMoved(loanId);
  },
  'avatar.emote'({ id, emote }) {
    if (!playerStore.getState().blocked.includes(id)) emitEffect({ kind: 'emote', id, emote });
  },
  'avatar.say'({ id, phrase }) {
    if (playerStore.getState().blocked.includes(id)) return;
    emitEffect({ kind: 'say', id, phrase, text: currentTexts().t(`phrase.${phrase}`) });
  },
});

export const messageHandler = (lending: LendingData) => {
  const known = handlers(lending);
  return <M extends keyof RoomMessages>(type: M, payload: RoomMessages[M]): void => known[type]?.(payload);
};
