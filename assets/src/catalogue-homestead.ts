import type { Content } from '@bloomvale/shared/content/content';
import { NEEDS } from '@bloomvale/shared/play/household';
import type { CatalogueFault } from './catalogue-fault.ts';

/** Checks what the schemas of kitchen, house and family cannot: that goods and stations exist, and that everybody has something to say. */
export const homesteadFault = (content: Content): CatalogueFault | null =>
  recipeFault(content) ??
  goodsFault(content) ??
  duplicateStation(content) ??
  growthFault(content) ??
  talkFault(content);

const known = ({ goods }: Content, good: string): boolean => goods.some(({ id }) => id === good);

function recipeFault(content: Content): CatalogueFault | null {
  for (const [i, recipe] of content.recipes.entries()) {
    const at = (path: string, expected: string) => ({ file: 'recipes.json', path: `[${i}].${path}`, expected });
    if (content.homestead.stations.every(({ id }) => id !== recipe.station)) {
      return at('station', `expected the id of a station, got "${recipe.station}"`);
    }
    if (!known(content, recipe.good)) return at('good', `expected the id of a good, got "${recipe.good}"`);
    for (const [j, { good }] of recipe.ingredients.entries()) {
      if (!known(content, good)) return at(`ingredients[${j}].good`, `expected the id of a good, got "${good}"`);
      if (recipe.ingredients.findIndex((other) => other.good === good) < j) {
        return at(`ingredients[${j}].good`, `expected each ingredient once, got "${good}" again`);
      }
    }
  }
  return null;
}

function goodsFault(content: Content): CatalogueFault | null {
  const { needs, houses } = content.homestead;
  const asked = [
    ...NEEDS.flatMap((need) => needs[need].tiers.map(({ goods }, i) => [`needs.${need}.tiers[${i}]`, goods] as const)),
    ...houses.map(({ goods }, i) => [`houses[${i}]`, goods] as const),
  ];
  for (const [path, goods] of asked) {
    const lost = goods.findIndex(({ good }, i) => !known(content, good) || goods.findIndex((g) => g.good === good) < i);
    if (lost >= 0) {
      return {
        file: 'homestead.json',
        path: `${path}.goods[${lost}].good`,
        expected: `expected the id of a good, once, got "${goods[lost]?.good}"`,
      };
    }
  }
  return null;
}

function duplicateStation({ homestead }: Content): CatalogueFault | null {
  const ids = homestead.stations.map(({ id }) => id);
  const again = ids.findIndex((id, i) => ids.indexOf(id) < i);
  return again < 0
    ? null
    : {
        file: 'homestead.json',
        path: `stations[${again}].id`,
        expected: `expected an id of its own, got "${ids[again]}"`,
      };
}

/** What is bought never takes anything away: tiers, stall levels and station levels only grow. */
function growthFault({ homestead, economy }: Content): CatalogueFault | null {
  const falls = (path: string, values: readonly number[]): CatalogueFault | null => {
    const at = values.findIndex((value, i) => i > 0 && value < (values[i - 1] ?? 0));
    return at < 0
      ? null
      : { file: 'homestead.json', path, expected: `expected at least as much at each level, and ${at} has less` };
  };
  const { stall, stations, needs, houses } = homestead;
  return (
    falls('stall', [economy.stall.slots, ...stall.map(({ slots }) => slots)]) ??
    falls('stall', [economy.stall.slotCapacity, ...stall.map(({ capacity }) => capacity)]) ??
    falls('houses', [0, ...houses.map(({ places }) => places)]) ??
    stations
      .map(({ id, levels }) =>
        falls(
          `station ${id}`,
          levels.map(({ queue }) => queue),
        ),
      )
      .find((one) => one !== null) ??
    NEEDS.map((need) => falls(`needs.${need}`, [0, ...needs[need].tiers.map(({ bonus }) => bonus)])).find(
      (one) => one !== null,
    ) ??
    null
  );
}

/** Every step of the family's life is asked for and thanked for. */
function talkFault({ talks }: Content): CatalogueFault | null {
  const missing = (about: string, kind: string, level: number) =>
    talks.every((talk) => talk.about !== about || talk.kind !== kind || talk.level !== level);
  for (const about of [...NEEDS, 'house'] as const) {
    for (const level of about === 'house' ? [2, 3, 4] : [1, 2, 3]) {
      for (const kind of ['wish', 'thanks']) {
        if (missing(about, kind, level)) {
          return { file: 'talks.json', path: '', expected: `expected a ${kind} about ${about} ${level}` };
        }
      }
    }
  }
  return null;
}
