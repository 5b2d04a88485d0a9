import { skipGoal } from '../goals/goal-skip.ts';
import { fulfil } from '../home/home-fulfil.ts';
import { takeGift } from '../home/home-gift.ts';
import { talk } from '../home/home-talk.ts';
import { upgradeHouse } from '../home/home-upgrade.ts';
import { buildStation } from '../kitchen/kitchen-build.ts';
import { collect } from '../kitchen/kitchen-collect.ts';
import { startBatches } from '../kitchen/kitchen-start.ts';
import { deliver } from '../orders/order-deliver.ts';
import { skipOrder } from '../orders/order-skip.ts';
import type { CommandType } from '../protocol/commands.ts';
import { expandGarden } from './garden-expand.ts';
import { harvest } from './garden-harvest.ts';
import { plant } from './garden-plant.ts';
import { hintDone } from './hint-done.ts';
import { catchUp } from './home-catch-up.ts';
import { serve } from './stall-serve.ts';
import { skip } from './stall-skip.ts';
import { stock } from './stall-stock.ts';
import { unstock } from './stall-unstock.ts';
import { upgradeStall } from './stall-upgrade.ts';

/** The one rule of every play command: the command bus, previews and simulations all call these. */
export const PLAY_RULES = {
  'garden.plant': plant,
  'garden.harvest': harvest,
  'stall.stock': stock,
  'stall.unstock': unstock,
  'stall.serve': serve,
  'stall.skip': skip,
  'stall.upgrade': upgradeStall,
  'garden.expand': expandGarden,
  'kitchen.build': buildStation,
  'kitchen.start': startBatches,
  'kitchen.collect': collect,
  'order.deliver': deliver,
  'order.skip': skipOrder,
  'home.fulfil': fulfil,
  'home.upgrade': upgradeHouse,
  'home.talk': talk,
  'home.gift': takeGift,
  'goal.skip': skipGoal,
  'home.catch-up': catchUp,
  'hint.done': hintDone,
} as const satisfies Partial<Record<CommandType, unknown>>;
export type PlayCommandType = keyof typeof PLAY_RULES;
