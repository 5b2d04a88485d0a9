import { z } from 'zod';
import { ContentIdSchema } from '../content/text.ts';
import { MAX_LETTERS_PER_COMMAND } from './limits.ts';

/** Commands of the player's own loan, of the shops on the square and of letters. Refusals: `growing` codes in reject-codes.ts. */
const CommandId = z.uuid();
/** As long as an account may be named after it. */
const LoanId = z.string().regex(/^[a-z0-9-]{1,64}$/);
/** `own-{public id}-{number}`. */
const OwnLoanId = z.string().regex(/^own-[A-Za-z0-9_-]{6,24}-\d{1,6}$/);
const Amount = z.int().min(1).max(100_000_000);
export const LetterIdSchema = z.string().regex(/^[A-Za-z0-9_.-]{1,140}$/);

/** What players owe, not what they lent: in words, accounts and colours of its own. */
export const OWN_LOAN_COMMANDS = {
  /**
   * Borrows from the village fund. `amount` is the principal (an offer in kind has only one); `instalment` is the first instalment as the
   * player saw it, or typed it in after a warning: another figure is refused (`BORROW_TERMS`), so nobody signs what they have not seen.
   */
  'own-loan.sign': z.strictObject({
    commandId: CommandId,
    offer: ContentIdSchema,
    amount: Amount,
    instalment: Amount,
    /** Share of the takings to set aside for instalments, percent; 0 for paying by hand. Never pre-ticked. */
    share: z.int().min(0).max(100),
  }),
  /** Pays by hand what is next: any part of what is still owed, oldest instalment first. */
  'own-loan.pay': z.strictObject({ commandId: CommandId, loanId: OwnLoanId, amount: Amount }),
  /** Gives back everything at once; the cost of months that have not begun is dropped. */
  'own-loan.pay-off': z.strictObject({ commandId: CommandId, loanId: OwnLoanId }),
  'own-loan.share': z.strictObject({ commandId: CommandId, loanId: OwnLoanId, share: z.int().min(0).max(100) }),
} as const;

export const SHOP_COMMANDS = {
  /** Steps up to somebody's shop: she greets, and the album knows her from then on. */
  'shop.visit': z.strictObject({ commandId: CommandId, loanId: LoanId }),
  /** `buy`: from her, coins against goods; `sell`: to her. */
  'shop.trade': z.strictObject({
    commandId: CommandId,
    loanId: LoanId,
    deal: z.enum(['buy', 'sell']),
    good: ContentIdSchema,
    quantity: z.int().min(1).max(999),
  }),
} as const;

export const LETTER_COMMANDS = {
  'letter.read': z.strictObject({
    commandId: CommandId,
    letters: z.array(LetterIdSchema).min(1).max(MAX_LETTERS_PER_COMMAND),
  }),
} as const;
