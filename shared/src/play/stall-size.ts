import type { Content } from '../content/content.ts';
import { homeBonus } from '../home/home-bonus.ts';
import type { Household } from './household.ts';

const levelAt = (level: number, { homestead }: Content) =>
  homestead.stall[Math.min(level, homestead.stall.length + 1) - 2];

/** Places on a stall of this level. */
export const stallSlots = (level: number, content: Content): number =>
  levelAt(level, content)?.slots ?? content.economy.stall.slots;

/** Most pieces of one good on a place: by the stall's level, and what a dry store adds (`roof`). */
export const slotCapacity = ({ stall, home }: Pick<Household, 'stall' | 'home'>, content: Content): number =>
  (levelAt(stall.level, content)?.capacity ?? content.economy.stall.slotCapacity) + homeBonus(home, content).slotExtra;
