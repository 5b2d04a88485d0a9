import type { Week } from './week-figures.ts';

const coins = (minor: number): string => Math.round(minor / 100).toString();
const tenth = (value: number): string => value.toFixed(1);

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const lines = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines.map((line) => line.map((cell, i) => cell.padStart(widths[i] ?? 0)).join('  ')).join('\n');
}

/** Minted against sunk and lost, over the week. */
export const faucetRatio = ({ minted, sunk }: Week): number => minted / sunk;

const milestones = (weeks: readonly Week[]): string =>
  table(
    ['style', 'first harvest', 'own loan', 'wish', 'lend', 'repayment', '(minutes)'],
    weeks.map(({ style, first }) => [
      style,
      ...(['harvest', 'own loan', 'wish', 'lend', 'repayment'] as const).map((what) => first[what]?.toFixed(1) ?? '-'),
      '',
    ]),
  );

const dayTable = ({ days }: Week): string =>
  table(
    ['day', 'level', 'earned', 'given', 'spent', 'lent new', 'again', 'lost', 'purse', 'owed', 'house', 'tiers'],
    days.map((each) => [
      each.day,
      each.level,
      ...[each.earned, each.given, each.spent, each.lentNew, each.lentAgain, each.lost, each.purse, each.owed].map(
        coins,
      ),
      each.house,
      each.tiers,
    ]),
  );

const summary = (weeks: readonly Week[]): string =>
  table(
    ['style', 'faucet/sink', 'visits', 'something ready', 'stuck', 'least purse', 'tier: days (days of income)'],
    weeks.map((week) => [
      week.style,
      faucetRatio(week).toFixed(2),
      week.visits,
      week.rewarded,
      week.stuck,
      coins(week.leastPurse),
      week.rings
        .map(({ tier, days, income }) => `${tier}: ${days === null ? '..' : tenth(days)} (${tenth(income)})`)
        .join(', ') || '-',
    ]),
  );

/** The first week of every style as one page of tables; coins are whole coins. */
export function balanceReport(weeks: readonly Week[]): string {
  return [milestones(weeks), ...weeks.map((week) => `${week.style}\n${dayTable(week)}`), summary(weeks)].join('\n\n');
}
