import type { Minor } from '../money/coins.ts';
import type { Batch, Need, Tier } from '../play/household.ts';
import type { Instant } from '../time/sim-clock.ts';
import type { Gain, Progress } from './replies.ts';

/** `paid`: minor units the player spent, or got for an order. */
export type HomeCommandValues = {
  'kitchen.build': { readonly station: string; readonly level: number; readonly paid: Minor };
  'kitchen.start': { readonly station: string; readonly recipe: string; readonly started: readonly Batch[] };
  'kitchen.collect': { readonly station: string; readonly collected: readonly Gain[] } & Progress;
  'order.deliver': { readonly paid: Minor; readonly items: readonly Gain[] } & Progress;
  'order.skip': Record<string, never>;
  'home.fulfil': {
    readonly need: Need;
    readonly tier: Tier;
    readonly paid: Minor;
    readonly happiness: number;
  } & Progress;
  'home.upgrade': { readonly house: number; readonly paid: Minor; readonly happiness: number } & Progress;
  'home.talk': { readonly talk: string; readonly first: boolean; readonly happiness: number } & Progress;
  /** Real instant from which the next one is there. */
  'home.gift': { readonly coins: Minor; readonly nextAt: Instant };
  'stall.upgrade': {
    readonly level: number;
    readonly slots: number;
    readonly capacity: number;
    readonly paid: Minor;
  };
  'garden.expand': { readonly plotCount: number; readonly paid: Minor };
  'goal.skip': { readonly skipped: readonly string[] };
};
