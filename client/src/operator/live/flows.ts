import type { LiveView } from '@bloomvale/shared/operator/live-api';
import i18next from 'i18next';
import type { Words } from '../i18n/words.ts';

export type Flow = LiveView['flows'][number];
export type Source = { readonly account: string; readonly made: number; readonly unmade: number };

const total = (part: Readonly<Record<string, number>>): number =>
  Object.values(part).reduce((sum, one) => sum + one, 0);
export const madeIn = (flow: Flow): number => total(flow.faucets);
export const unmadeIn = (flow: Flow): number => total(flow.sinks);

/** Every account through which coins came or went over the whole period, the largest first; minor units. */
export function sourcesOf(flows: readonly Flow[]): Source[] {
  const sums = new Map<string, { made: number; unmade: number }>();
  const add = (account: string, side: 'made' | 'unmade', amount: number): void => {
    const sum = sums.get(account) ?? { made: 0, unmade: 0 };
    sum[side] += amount;
    sums.set(account, sum);
  };
  for (const { faucets, sinks } of flows) {
    for (const [account, amount] of Object.entries(faucets)) add(account, 'made', amount);
    for (const [account, amount] of Object.entries(sinks)) add(account, 'unmade', amount);
  }
  return [...sums]
    .map(([account, sum]) => ({ account, ...sum }))
    .filter(({ made, unmade }) => made !== 0 || unmade !== 0)
    .sort((a, b) => b.made + b.unmade - (a.made + a.unmade) || a.account.localeCompare(b.account));
}

export const sumOf = (sources: readonly Source[], side: 'made' | 'unmade'): number =>
  sources.reduce((sum, one) => sum + one[side], 0);

/** What an account of the chart is for; one that is newer than this page stands for itself. */
export function accountName(account: string, t: Words['t']): string {
  const key = `live.account.${account.replace(':', '_')}`;
  return i18next.exists(key, { ns: 'operator' }) ? t(key as 'live.account.mint_minigame') : account;
}
