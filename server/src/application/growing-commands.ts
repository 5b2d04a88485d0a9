import { letterRead } from './commands/growing/letter-read.ts';
import { ownLoanPay, ownLoanPayOff, ownLoanShare } from './commands/growing/own-loan-pay.ts';
import { ownLoanSign } from './commands/growing/own-loan-sign.ts';
import { shopTrade } from './commands/growing/shop-trade.ts';
import { shopVisit } from './commands/growing/shop-visit.ts';
import type { Rules } from './rules.ts';

/** Commands of borrowing, of shops on the square and of letters. */
export const growingHandlers = (rules: Rules) => ({
  'own-loan.sign': ownLoanSign(rules),
  'own-loan.pay': ownLoanPay(rules),
  'own-loan.pay-off': ownLoanPayOff(rules),
  'own-loan.share': ownLoanShare(rules),
  'shop.visit': shopVisit(rules),
  'shop.trade': shopTrade(rules),
  'letter.read': letterRead,
});
