import type { Content } from '../content/content.ts';
import type { PlayRule } from '../play/effects.ts';
import type { Household } from '../play/household.ts';
import { played, refuse, settleFirst } from '../play/play-rule.ts';
import { dayOf, REAL_DAY_MS } from '../play/stall-clock.ts';
import type { CommandPayload } from '../protocol/commands.ts';
import type { CommandValues } from '../protocol/replies.ts';
import type { Instant } from '../time/sim-clock.ts';

/** When the next welcome gift is there: any time from the next real day (UTC) on. Days away are not counted, for better or for worse. */
export const giftAt = ({ giftDay }: Pick<Household, 'giftDay'>): Instant => (giftDay + 1) * REAL_DAY_MS;

export const isGiftOpen = (household: Pick<Household, 'giftDay'>, now: Instant, { homestead }: Content): boolean =>
  homestead.gift.coins > 0 && now >= giftAt(household);

/**
 * Takes the welcome gift: the same few coins once a real day at most, whoever comes back after whatever time. Missed days cost nothing
 * and streaks bring nothing. Refused: `GIFT_TAKEN` {nextAt}.
 */
export const takeGift: PlayRule<CommandPayload<'home.gift'>, CommandValues['home.gift']> = (
  household,
  _command,
  context,
) => {
  const { content, now } = context;
  if (!isGiftOpen(household, now, content)) return refuse('GIFT_TAKEN', { nextAt: giftAt(household) });
  const ready = settleFirst(household, context);
  const giftDay = dayOf(now);
  const { coins } = content.homestead.gift;
  return played(ready, {
    household: { ...ready.household, giftDay },
    value: { coins, nextAt: giftAt({ giftDay }) },
    coins: [{ kind: 'earn', source: 'welcome', amount: coins, key: `gift:${giftDay}` }],
  });
};
