import type { LoanNewsKind, LoanNewsLine } from '@bloomvale/shared/protocol/lending-views';
import type { RoomMessages } from '@bloomvale/shared/protocol/rooms';
import { openArea } from '../i18n/i18n.ts';
import { currentTexts } from '../i18n/texts.ts';
import { emitEffect } from '../store/effects.ts';
import { showNotice } from '../store/notice.ts';
import { playerStore } from '../store/player.ts';
import { showToast } from '../store/toasts.ts';
import { followContent } from './content-change.ts';
import type { LendingData } from './lending-data.ts';

/** News that another message or the player's own press tells already, to whoever lent. */
const TOLD_OTHERWISE: readonly LoanNewsKind[] = [
  'ended',
  'ended_with_loss',
  'defaulted',
  'expired',
  'cancelled',
  'refunded',
  'recovered',
];

function tellNews({ kind, name, data, lent }: LoanNewsLine): void {
  if (lent && TOLD_OTHERWISE.includes(kind)) return;
  const { t, coins } = currentTexts();
  const amount = coins(Number(data.amount ?? data.principal ?? 0));
  showToast({ icon: 'newspaper', text: t(`loanNews.${kind}`, { name, amount, count: Number(data.instalments ?? 0) }) });
}

type Handlers = { readonly [M in keyof RoomMessages]?: (payload: RoomMessages[M]) => void };

/** What rooms tell by themselves. Coins that came back are news; a loss is told in the same tone and leads to its page. */
const handlers = (lending: LendingData): Handlers => ({
  'letter.arrived'({ name }) {
    const { t } = currentTexts();
    showToast({ icon: 'memo', text: t('toast.letter', { name }) });
  },
  'own-loan.news'({ kind, amount, owed }) {
    playerStore.setState({ owed });
    const { t, coins } = currentTexts();
    showToast({ icon: 'seedling', text: t(`toast.ownLoan.${kind}`, { amount: coins(amount) }) });
  },
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
  'loan.news'(line) {
    lending.moneyMoved(line.loanId);
    // Their words are fetched with the Lending Hall's.
    void openArea('lending')
      .then(() => tellNews(line))
      .catch(() => undefined);
  },
  'operator.act'({ kind, until, amount }) {
    const { t, coins, date, time } = currentTexts();
    const when = until === null ? '' : `${date(until)} ${time(until)}`;
    const what = kind === 'correction' ? (amount > 0 ? 'given' : 'taken') : kind;
    showToast({ icon: 'memo', text: t(`operatorAct.${what}`, { until: when, amount: coins(Math.abs(amount)) }) });
  },
  content: ({ hash }) => void followContent(hash, lending),
  notice: ({ notice }) => showNotice(notice),
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
