import { harvest } from '@bloomvale/shared/play/garden-harvest';
import { plant } from '@bloomvale/shared/play/garden-plant';
import { hintDone } from '@bloomvale/shared/play/hint-done';
import { serve } from '@bloomvale/shared/play/stall-serve';
import { skip } from '@bloomvale/shared/play/stall-skip';
import { stock } from '@bloomvale/shared/play/stall-stock';
import { unstock } from '@bloomvale/shared/play/stall-unstock';
import type { CommandType } from '@bloomvale/shared/protocol/commands';
import type { Handler } from './bus/handler.ts';
import { homeCatchUp } from './commands/home-catch-up.ts';
import { lendAuto } from './commands/lend-auto.ts';
import { loanFollow } from './commands/loan-follow.ts';
import { loanForgive } from './commands/loan-forgive.ts';
import { loanLend } from './commands/loan-lend.ts';
import { loanTakeBack } from './commands/loan-take-back.ts';
import { playHandler } from './commands/play.ts';
import { playerLook } from './commands/player-look.ts';
import { playerRename } from './commands/player-rename.ts';
import { socialBlock } from './commands/social-block.ts';
import { socialReport } from './commands/social-report.ts';
import { growingHandlers } from './growing-commands.ts';
import { homeHandlers } from './home-commands.ts';
import type { Rules } from './rules.ts';

/** Every durable command a player can send. Payload types are checked where each is made; here they only share a table. */
export type PlayerHandlers = { readonly [T in CommandType]: Handler<never, unknown> };

export const playerHandlers = (rules: Rules) =>
  ({
    'garden.plant': playHandler(rules, 'garden.plant', plant),
    'garden.harvest': playHandler(rules, 'garden.harvest', harvest),
    'stall.stock': playHandler(rules, 'stall.stock', stock),
    'stall.unstock': playHandler(rules, 'stall.unstock', unstock),
    'stall.serve': playHandler(rules, 'stall.serve', serve),
    'stall.skip': playHandler(rules, 'stall.skip', skip),
    'home.catch-up': homeCatchUp(rules),
    ...homeHandlers(rules),
    ...growingHandlers(rules),
    'hint.done': playHandler(rules, 'hint.done', hintDone),
    'loan.lend': loanLend(rules),
    'loan.take-back': loanTakeBack,
    'loan.forgive': loanForgive(rules),
    'loan.follow': loanFollow,
    'lend.auto': lendAuto(rules),
    'player.rename': playerRename,
    'player.look': playerLook,
    'social.report': socialReport,
    'social.block': socialBlock,
  }) satisfies PlayerHandlers;
