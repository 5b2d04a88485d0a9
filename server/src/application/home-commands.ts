import { PLAY_RULES } from '@bloomvale/shared/play/play-rules';
import { HOME_COMMANDS } from '@bloomvale/shared/protocol/home-commands';
import type { Handler } from './bus/handler.ts';
import { playHandler } from './commands/play.ts';
import type { Rules } from './rules.ts';

type HomeCommandType = keyof typeof HOME_COMMANDS;

/** Kitchen, orders, house and family: all of them homestead rules like those of the garden, and nothing besides. */
export const homeHandlers = (rules: Rules): { readonly [T in HomeCommandType]: Handler<never, unknown> } => {
  const entries = (Object.keys(HOME_COMMANDS) as HomeCommandType[]).map((type) => [
    type,
    // Each rule takes the payload of its own type; here they only share a table.
    playHandler(rules, type, PLAY_RULES[type] as Parameters<typeof playHandler>[2]),
  ]);
  return Object.fromEntries(entries);
};
