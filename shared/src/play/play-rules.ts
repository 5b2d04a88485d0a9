import type { CommandType } from '../protocol/commands.ts';
import { harvest } from './garden-harvest.ts';
import { plant } from './garden-plant.ts';
import { hintDone } from './hint-done.ts';
import { catchUp } from './home-catch-up.ts';
import { serve } from './stall-serve.ts';
import { skip } from './stall-skip.ts';
import { stock } from './stall-stock.ts';
import { unstock } from './stall-unstock.ts';

/** The one rule of every play command: the command bus, previews and simulations all call these. */
export const PLAY_RULES = {
  'garden.plant': plant,
  'garden.harvest': harvest,
  'stall.stock': stock,
  'stall.unstock': unstock,
  'stall.serve': serve,
  'stall.skip': skip,
  'home.catch-up': catchUp,
  'hint.done': hintDone,
} as const satisfies Partial<Record<CommandType, unknown>>;
export type PlayCommandType = keyof typeof PLAY_RULES;
