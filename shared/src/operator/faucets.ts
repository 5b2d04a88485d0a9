import { CHART, LEDGER } from '../ledger/accounts.ts';

/** Accounts an operator may pause: every mint of the coin but the corrections', which need two people anyway. */
export const PAUSABLE_FAUCETS: readonly string[] = Object.entries(CHART)
  .filter(([name, { role, ledger }]) => role === 'mint' && ledger === LEDGER.coin && name !== 'mint:ops')
  .map(([name]) => name);
