import type { CommandType } from '@bloomvale/shared/protocol/commands';
import type { CommandValues, Gain, Progress, Rejected, Reply, Sales } from '@bloomvale/shared/protocol/replies';
import { refusalText } from '../i18n/refusal-text.ts';
import { currentTexts } from '../i18n/texts.ts';
import { actions } from '../store/actions.ts';
import { contentStore } from '../store/content.ts';
import { emitEffect } from '../store/effects.ts';
import { lendingStore, type TakeBack } from '../store/lending.ts';
import { playerStore } from '../store/player.ts';
import { salesStore } from '../store/room.ts';
import { showToast } from '../store/toasts.ts';
import type { LendingData } from './lending-data.ts';
import type { OutboxEntry } from './outbox.ts';

/** Lines kept of what the stall sold: a screenful. */
const MOST_SALE_LINES = 12;
/** Commands whose refusal is shown where they were given: a dialog stays open over it. */
const SHOWN_IN_PLACE: readonly CommandType[] = [
  'loan.lend',
  'loan.forgive',
  'lend.auto',
  'player.rename',
  'player.look',
  'social.report',
  'social.block',
];
/** Housekeeping nobody asked for by a press; its refusal is not news. */
const SILENT: readonly CommandType[] = ['hint.done', 'home.catch-up', 'shop.visit', 'letter.read'];

let saleKey = 0;
function keepSales(gains: readonly Gain[], earned: number): void {
  if (gains.length === 0) return;
  const at = Date.now();
  const added = gains.map(({ good, quantity }) => ({ key: ++saleKey, at, good, quantity })).reverse();
  const { lines, earned: before } = salesStore.getState();
  salesStore.setState({ lines: [...added, ...lines].slice(0, MOST_SALE_LINES), earned: before + earned });
}

export function settleSales({ sold, earned }: Sales): void {
  keepSales(sold, earned);
  if (sold.length > 0) emitEffect({ kind: 'sold', gains: sold, earned });
}

function settleProgress({ xp, level, levelUp }: Progress): void {
  playerStore.setState({ xp, level });
  if (!levelUp) return;
  emitEffect({ kind: 'level-up', level });
  const { t, local } = currentTexts();
  const crops = contentStore.getState().content?.crops.filter((crop) => crop.unlockLevel === level) ?? [];
  const text =
    crops[0] === undefined ? t('toast.level', { level }) : t('toast.levelCrop', { level, crop: local(crops[0].name) });
  showToast({ icon: 'sparkles', text });
}

/** A slip of the finger is undone from the loan's page and from the toast alike. */
function offerTakeBack(takeBack: TakeBack): void {
  lendingStore.setState({ takeBack });
  const { t, coins } = currentTexts();
  const { loanId, lendId, amount, until } = takeBack;
  showToast({
    icon: 'handshake',
    text: t('toast.lent', { amount: coins(amount) }),
    act: { text: t('toast.takeBack'), until, run: () => void actions().command('loan.take-back', { loanId, lendId }) },
  });
}

type Settlers = { [T in CommandType]?: (value: CommandValues[T], entry: OutboxEntry) => void };

/** What an accepted command changes beyond the room's own state, which comes by itself. */
const settlers = (lending: LendingData): Settlers => ({
  'garden.plant'(value, entry) {
    settleProgress(value);
    emitEffect({ kind: 'planted', plots: value.planted, crop: String(entry.payload.crop), cost: value.cost });
  },
  'garden.harvest'(value) {
    emitEffect({ kind: 'harvested', items: value.harvested });
    settleProgress(value);
  },
  'stall.stock': settleSales,
  'stall.unstock': settleSales,
  'stall.serve'(value, entry) {
    const { good, quantity, paid } = value;
    keepSales([{ good, quantity }], paid);
    emitEffect({ kind: 'served', wish: Number(entry.payload.wish), good, quantity, paid });
    settleProgress(value);
  },
  'home.catch-up': ({ sales }) => settleSales(sales),
  'kitchen.collect'(value) {
    settleProgress(value);
    const { t } = currentTexts();
    const count = value.collected.reduce((sum, { quantity }) => sum + quantity, 0);
    showToast({ icon: 'cooking', text: t('toast.collected', { count }) });
  },
  'order.deliver'(value) {
    settleProgress(value);
    const { t, coins } = currentTexts();
    showToast({ icon: 'coin', text: t('toast.delivered', { amount: coins(value.paid) }) });
  },
  'home.fulfil': settleProgress,
  'home.upgrade': settleProgress,
  'home.talk'(value) {
    settleProgress(value);
    const { told } = playerStore.getState();
    if (!told.includes(value.talk)) playerStore.setState({ told: [...told, value.talk] });
  },
  'goal.skip': ({ skipped }) => playerStore.setState({ skippedGoals: skipped }),
  'home.gift'({ coins: amount, nextAt }) {
    playerStore.setState({ giftAt: nextAt });
    const { t, coins } = currentTexts();
    showToast({ icon: 'party-popper', text: t('toast.gift', { amount: coins(amount, 'whole') }) });
  },
  'own-loan.sign'({ wallet, owed }) {
    playerStore.setState({ wallet, owed });
    const { t } = currentTexts();
    showToast({ icon: 'seedling', text: t('toast.borrowed') });
  },
  'own-loan.pay': ({ wallet, owed }) => playerStore.setState({ wallet, owed }),
  'own-loan.pay-off': ({ wallet }) => playerStore.setState({ wallet, owed: 0 }),
  'hint.done': ({ hints }) => playerStore.setState({ hints }),
  'loan.lend'(value, entry) {
    playerStore.setState({ wallet: value.wallet });
    lending.lent(value.loanId, value.raised, value.lent);
    emitEffect({
      kind: 'lent',
      loanId: value.loanId,
      entrepreneur: lending.entrepreneurOf(value.loanId),
      amount: value.lent,
      funded: value.funded,
    });
    const { takeBackUntil: until, loanId, lent: amount } = value;
    if (until !== null) offerTakeBack({ loanId, lendId: entry.commandId, amount, until });
  },
  'loan.take-back'(value) {
    playerStore.setState({ wallet: value.wallet });
    lending.takenBack(value.loanId, value.raised, value.lent);
    const { t, coins } = currentTexts();
    showToast({ icon: 'coin', text: t('toast.takenBack', { amount: coins(value.amount) }) });
  },
  'loan.follow': ({ loanId, follow }) => lending.followed(loanId, follow),
  'loan.forgive': ({ loanId }) => lending.moneyMoved(loanId),
  'player.rename': ({ name }) => playerStore.setState({ name }),
  'player.look': ({ look }) => playerStore.setState({ look }),
  'social.block': ({ blocked }) => playerStore.setState({ blocked }),
});

function settleRefusal(entry: OutboxEntry, reply: Rejected, awaited: boolean): void {
  if (SILENT.includes(entry.type)) return;
  const { plots } = entry.payload;
  emitEffect({ kind: 'refused', plots: Array.isArray(plots) ? plots : [] });
  if (awaited && SHOWN_IN_PLACE.includes(entry.type)) return;
  const text = refusalText({ from: 'game', code: reply.code, detail: reply.detail }, currentTexts());
  showToast({ tone: 'refusal', text });
}

/** Told by the outbox once for each command that got its final answer. */
export const replySettler = (lending: LendingData) => {
  const accepted = settlers(lending);
  return (entry: OutboxEntry, reply: Reply<unknown>, awaited: boolean): void => {
    if (!reply.ok) settleRefusal(entry, reply, awaited);
    else (accepted[entry.type] as ((value: unknown, entry: OutboxEntry) => void) | undefined)?.(reply.value, entry);
  };
};
