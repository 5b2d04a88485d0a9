import type { PlayRule } from '../play/effects.ts';
import { payFor } from '../play/pay-for.ts';
import { played, refuse, settleFirst } from '../play/play-rule.ts';
import { gainXp, progressBetween } from '../play/progress.ts';
import type { CommandPayload } from '../protocol/commands.ts';
import type { CommandValues } from '../protocol/replies.ts';
import { happiness } from './home-bonus.ts';
import { nextTier } from './home-cost.ts';

/**
 * Fulfils the next tier of one of the family's needs. What was sold or sown before keeps its old pace and yield; all that comes after has
 * the new one. Refused: `MAX_LEVEL`, `HOUSE_FIRST` {house}, `FUNDS`, `GOODS_SHORT` {good, needed, have}.
 */
export const fulfil: PlayRule<CommandPayload<'home.fulfil'>, CommandValues['home.fulfil']> = (
  household,
  { need },
  context,
) => {
  const { content, commandId } = context;
  const next = nextTier(household.home, need, content);
  if (next === null) return refuse('MAX_LEVEL');
  if (household.home.house < next.house) return refuse('HOUSE_FIRST', { house: next.house });
  const ready = settleFirst(household, context);
  const paid = payFor(ready, next, { sink: 'upgrade', key: `need:${commandId}`, place: 'home' });
  if (!paid.ok) return paid;
  const home = { ...ready.household.home, needs: { ...ready.household.home.needs, [need]: next.tier } };
  const xp = gainXp(household.xp, next.xp);
  return played(ready, {
    household: { ...ready.household, xp, home, store: paid.value.store },
    value: {
      need,
      tier: next.tier,
      paid: next.price,
      happiness: happiness(home),
      ...progressBetween(household.xp, xp, content.economy),
    },
    coins: paid.value.coins,
    goods: paid.value.goods,
  });
};
