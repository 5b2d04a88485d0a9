import type { PlayRule } from '../play/effects.ts';
import { payFor } from '../play/pay-for.ts';
import { played, refuse, settleFirst } from '../play/play-rule.ts';
import { gainXp, progressBetween } from '../play/progress.ts';
import type { CommandPayload } from '../protocol/commands.ts';
import type { CommandValues } from '../protocol/replies.ts';
import { happiness } from './home-bonus.ts';
import { nextHouse } from './home-cost.ts';

/**
 * Builds the next house: room for the next tiers of the needs, and a bigger kitchen. Refused: `MAX_LEVEL`, `NEEDS_FIRST` {needed, have,
 * tier}, `FUNDS`, `GOODS_SHORT` {good, needed, have}.
 */
export const upgradeHouse: PlayRule<CommandPayload<'home.upgrade'>, CommandValues['home.upgrade']> = (
  household,
  _command,
  context,
) => {
  const { content, commandId } = context;
  const next = nextHouse(household.home, content);
  if (next === null) return refuse('MAX_LEVEL');
  if (next.have < next.needs) return refuse('NEEDS_FIRST', { needed: next.needs, have: next.have, tier: next.tier });
  const ready = settleFirst(household, context);
  const paid = payFor(ready, next, { sink: 'upgrade', key: `house:${commandId}`, place: 'home' });
  if (!paid.ok) return paid;
  const home = { ...ready.household.home, house: next.house };
  const xp = gainXp(household.xp, next.xp);
  return played(ready, {
    household: { ...ready.household, xp, home, store: paid.value.store },
    value: {
      house: next.house,
      paid: next.price,
      happiness: happiness(home),
      ...progressBetween(household.xp, xp, content.economy),
    },
    coins: paid.value.coins,
    goods: paid.value.goods,
  });
};
