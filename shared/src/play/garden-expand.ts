import type { CommandPayload } from '../protocol/commands.ts';
import type { CommandValues } from '../protocol/replies.ts';
import type { PlayRule } from './effects.ts';
import { grantPlots } from './grants.ts';
import { payFor } from './pay-for.ts';
import { played, refuse, settleFirst } from './play-rule.ts';
import { plotsOwned } from './plots-owned.ts';

/** Buys one plot more than the level grants. Refused: `MAX_LEVEL` (all are bought, or the homestead has no room), `FUNDS`. */
export const expandGarden: PlayRule<CommandPayload<'garden.expand'>, CommandValues['garden.expand']> = (
  household,
  _command,
  context,
) => {
  const { content, commandId } = context;
  const price = content.homestead.plots[household.extraPlots];
  const grown = grantPlots(household, 1);
  if (price === undefined || plotsOwned(grown, content) === plotsOwned(household, content)) return refuse('MAX_LEVEL');
  const ready = settleFirst(household, context);
  const paid = payFor(ready, { price, goods: [] }, { sink: 'upgrade', key: `plot:${commandId}`, place: 'home' });
  if (!paid.ok) return paid;
  const after = grantPlots(ready.household, 1);
  return played(ready, {
    household: after,
    value: { plotCount: plotsOwned(after, content), paid: price },
    coins: paid.value.coins,
  });
};
