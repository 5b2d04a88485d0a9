import { loadCatalogue } from '@bloomvale/assets/load-catalogue';
import type { Crop } from '@bloomvale/shared/content/play';
import { goodOf } from '@bloomvale/shared/play/catalogue-lookup';
import { plotCount, xpForNext } from '@bloomvale/shared/play/progress';
import { customerMs } from '@bloomvale/shared/play/stall-clock';
import { wishPay } from '@bloomvale/shared/play/stall-serve';
import { describe, expect, test } from 'vitest';
import { LocalPlayer } from './local-player.ts';

/**
 * The economy's numbers as one table under review: whoever changes a price sees here what it does to an hour of play, and so does the
 * reviewer. `vitest -u` writes the table anew.
 */
const content = loadCatalogue();
const { economy, crops } = content;

const priceOf = (crop: Crop): number => goodOf(content, crop.good)?.price ?? 0;
/** What one harvest of a plot leaves, minor units. */
const net = (crop: Crop): number => crop.yield * priceOf(crop) - crop.seedPrice;
const coinsOf = (minor: number): string => (minor / 100).toFixed(2);

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const lines = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines.map((line) => line.map((cell, i) => cell.padStart(widths[i] ?? 0)).join('  ')).join('\n');
}

const cropTable = (): string =>
  table(
    ['crop', 'level', 'seconds', 'seed', 'yield', 'price', 'wish of 3', 'net', 'coins/h/plot', 'xp', 'xp/h/plot'],
    [...crops]
      .sort((a, b) => a.growSeconds - b.growSeconds)
      .map((crop) => [
        crop.id,
        crop.unlockLevel,
        crop.growSeconds,
        coinsOf(crop.seedPrice),
        crop.yield,
        coinsOf(priceOf(crop)),
        coinsOf(wishPay({ good: crop.good, quantity: 3 }, content) ?? 0),
        coinsOf(net(crop)),
        ((net(crop) * 36) / crop.growSeconds).toFixed(1),
        crop.xp,
        ((crop.xp * 3_600) / crop.growSeconds).toFixed(1),
      ]),
  );

const levelTable = (): string =>
  table(
    ['level', 'xp for next', 'plots', 'customer every s', 'opens'],
    Array.from({ length: economy.levelXp.length + 1 }, (_, i) => i + 1).map((level) => [
      level,
      xpForNext(level, economy) ?? '-',
      plotCount(level, economy),
      (customerMs(level, economy, 1) / 1000).toFixed(1),
      crops.flatMap(({ id, unlockLevel }) => (unlockLevel === level ? [id] : [])).join(' ') || '-',
    ]),
  );

const sumTable = (): string =>
  table(
    ['what', 'coins'],
    [
      ['welcome gift', coinsOf(economy.welcomeGift)],
      ['share of a loan', coinsOf(economy.lending.share)],
      ['starter project', coinsOf(economy.lending.starterMatched + economy.lending.share)],
      ['stall, most a day', coinsOf(economy.stallDailyCap)],
      ['low purse', coinsOf(economy.lending.lowPurse)],
    ],
  );

/** One eager player, seen after a while: how fast coins and levels really come, with all limits of stall and garden at work. */
function sessionTable(): string {
  const start = Date.UTC(2026, 4, 5, 10);
  const player = new LocalPlayer(content, start, [1, 2]);
  const rows = [7, 30, 60, 180, 480].map((minutes) => {
    player.play(start + minutes * 60_000, { temper: 'spender', patienceSeconds: 300 }, 4_000);
    return [
      minutes,
      player.view().level,
      coinsOf(player.wallet),
      coinsOf(player.household.stall.earnedToday),
      player.household.stall.customers,
    ];
  });
  return table(['minutes', 'level', 'purse', 'earned', 'customers'], rows);
}

describe('the economy', () => {
  test('has the numbers that were reviewed', async () => {
    const page = [cropTable(), levelTable(), sumTable(), sessionTable()].join('\n\n');
    await expect(`${page}\n`).toMatchFileSnapshot('economy.golden.txt');
  });
  test('has no crop that loses coins', () => {
    for (const crop of crops) expect(net(crop), crop.id).toBeGreaterThan(0);
  });
  test('has no dominated crop: who waits longer brings in more a harvest and less an hour', () => {
    const byTime = [...crops].sort((a, b) => a.growSeconds - b.growSeconds);
    byTime.slice(1).forEach((slow, i) => {
      const fast = byTime[i] as Crop;
      expect(slow.growSeconds, slow.id).toBeGreaterThan(fast.growSeconds);
      expect(net(slow), `${slow.id} against ${fast.id}`).toBeGreaterThan(net(fast));
      expect(net(slow) / slow.growSeconds, `${slow.id} against ${fast.id}`).toBeLessThan(net(fast) / fast.growSeconds);
    });
  });
  test('lets every level bring something: a crop, a plot or quicker customers', () => {
    for (let level = 2; level <= economy.levelXp.length + 1; level++) {
      const opens = crops.some(({ unlockLevel }) => unlockLevel === level);
      const grows = plotCount(level, economy) > plotCount(level - 1, economy);
      const quicker = customerMs(level, economy, 1) < customerMs(level - 1, economy, 1);
      expect(opens || grows || quicker, `level ${level}`).toBe(true);
    }
  });
  test('sells no good so dear that a day could not pay a wish for it', () => {
    for (const { id } of content.goods) {
      expect(wishPay({ good: id, quantity: 5 }, content)).toBeLessThanOrEqual(economy.stallDailyCap);
    }
  });
});
