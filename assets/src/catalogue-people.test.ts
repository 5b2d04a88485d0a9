import { type Entrepreneur, GRADES, SECTORS } from '@bloomvale/shared/content/lending';
import { describe, expect, test } from 'vitest';
import { loadCatalogue } from './load-catalogue.ts';

/** Who is in the catalogue. The shares come from microfinance.md 4.1 (Kiva), as close as a few dozen people allow. */
const { entrepreneurs, partners, products, economy } = loadCatalogue();

const TRADITIONAL = new Set('headwrap hijab shawl kerchief kufi tubeteika knit bowler conical turban band'.split(' '));

const share = (part: readonly unknown[], whole: readonly unknown[]): number => part.length / whole.length;
const where = (test: (person: Entrepreneur) => boolean): Entrepreneur[] => entrepreneurs.filter(test);
const individuals = where((p) => p.group === null);
const starters = new Set(products.filter((p) => p.starter).map((p) => p.id));
const covered = (person: Entrepreneur): boolean => TRADITIONAL.has(String(person.look.wear ?? ''));
const grouped = Map.groupBy(entrepreneurs, (p) => p.country);

describe('who they are', () => {
  test('60 people or more, from 25 countries or more, in all 15 sectors', () => {
    expect(entrepreneurs.length).toBeGreaterThanOrEqual(60);
    expect(grouped.size).toBeGreaterThanOrEqual(25);
    expect(new Set(entrepreneurs.map((p) => p.sector))).toEqual(new Set(SECTORS));
  });
  test('ids are their names, and names, faces and towns are their own', () => {
    const idOf = (name: string) =>
      name
        .replaceAll('đ', 'd')
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-');
    expect(where((p) => p.id !== idOf(p.name)).map((p) => p.id)).toEqual([]);
    const twice = (list: readonly string[]) => list.filter((entry, i) => list.indexOf(entry) !== i);
    expect(twice(entrepreneurs.map((p) => p.name))).toEqual([]);
    expect(twice(entrepreneurs.map((p) => JSON.stringify(p.look)))).toEqual([]);
    expect(twice(entrepreneurs.map((p) => `${p.town}, ${p.country}`))).toEqual([]);
    expect(twice(entrepreneurs.map((p) => p.activity.en))).toEqual([]);
  });
  test('a sixth are groups, mostly of women, and their members add up', () => {
    const groups = where((p) => p.group !== null);
    expect(share(groups, entrepreneurs)).toBeGreaterThanOrEqual(0.12);
    expect(share(groups, entrepreneurs)).toBeLessThanOrEqual(0.2);
    const of = (gender: Entrepreneur['gender']) => groups.filter((p) => p.gender === gender);
    expect(of('women_group').length).toBeGreaterThan(of('mixed_group').length);
    expect(of('mixed_group').length).toBeGreaterThan(of('men_group').length);
    for (const { id, gender, group } of groups) {
      const { members, men } = group ?? { members: 0, men: 0 };
      const kind = men === 0 ? 'women_group' : men === members ? 'men_group' : 'mixed_group';
      expect(kind, id).toBe(gender);
      expect(men, id).toBeLessThanOrEqual(members);
    }
  });
  test('about four in five of the others are women', () => {
    const women = individuals.filter((p) => p.gender === 'woman');
    expect(share(women, individuals)).toBeGreaterThanOrEqual(0.75);
    expect(share(women, individuals)).toBeLessThanOrEqual(0.85);
  });
  test('agriculture, food and retail are the three largest sectors', () => {
    const sizes = [...Map.groupBy(entrepreneurs, (p) => p.sector)].sort((a, b) => b[1].length - a[1].length);
    expect(sizes.slice(0, 3).map(([sector]) => sector)).toEqual(['agriculture', 'food', 'retail']);
    for (const [sector, people] of sizes.slice(3)) expect(share(people, entrepreneurs), sector).toBeLessThan(0.08);
  });
});

describe('how they look', () => {
  test('as their stories say: women are drawn as women, men as men', () => {
    const woman = ({ gender }: Entrepreneur) => gender === 'woman' || gender === 'women_group';
    const man = ({ gender }: Entrepreneur) => gender === 'man' || gender === 'men_group';
    expect(where((p) => woman(p) && p.look.fem !== 1).map((p) => p.id)).toEqual([]);
    expect(
      where((p) => woman(p) && (p.look.beard !== undefined || p.look.hair === 'balding')).map((p) => p.id),
    ).toEqual([]);
    // A short cut under a cap, or none, tells too little at the size of a card.
    const plain = (p: Entrepreneur) => ['crop', 'cornrows'].includes(String(p.look.hair)) && !covered(p);
    expect(where((p) => woman(p) && plain(p) && p.look.earrings !== 'hoop').map((p) => p.id)).toEqual([]);
    expect(where((p) => man(p) && p.look.fem === 1).map((p) => p.id)).toEqual([]);
  });
  // The values that the drawing kit knows (assets/src/kit/people): anything else would be drawn as nothing.
  const VALUES: Record<string, string> = {
    hair: 'crop fade afroS afroL puffs long wavy bob bun lowbun braid braids2 boxbraids cornrows locs side quiff curly balding none',
    hairColor: 'black dark brown chestnut grey white',
    wear: 'headwrap hijab shawl kerchief kufi tubeteika knit bowler straw conical turban cap band flower',
    cut: 'collar buttons vneck sari poncho apron overall shawl',
    cloth: 'dots rings leaf stripes vstripes zig check flower weave',
    beard: 'stubble short long moustache goatee',
    mouth: 'smile open soft',
    eyes: 'happy',
    earrings: 'hoop stud',
  };
  test('only what the kit can draw', () => {
    for (const { id, look } of entrepreneurs) {
      for (const [key, known] of Object.entries(VALUES)) {
        const value = look[key];
        if (value !== undefined && value !== '') expect(known.split(' '), `${id} ${key}`).toContain(value);
      }
      const colours = Object.entries(look).filter(([key]) =>
        /^(top|drape|apron|pants|wearColor|glassColor|earColor)/.test(key),
      );
      for (const [key, value] of colours) expect(value, `${id} ${key}`).toMatch(/^#[0-9a-f]{6}$/);
      expect([0, 1, 2, 3, 4, 5, 6, 7], `${id} skin`).toContain(look.skin);
      expect([1, 2, 3], `${id} age`).toContain(look.age);
    }
  });
  test('every face smiles, and no woman has a beard', () => {
    expect(where((p) => p.look.mouth === undefined).map((p) => p.id)).toEqual([]);
    expect(where((p) => p.look.fem === 1 && p.look.beard !== undefined).map((p) => p.id)).toEqual([]);
    expect(individuals.filter((p) => (p.gender === 'woman') !== (p.look.fem === 1)).map((p) => p.id)).toEqual([]);
  });
  test('at most a third wear a traditional head covering, and never everybody of a country that has several', () => {
    expect(share(where(covered), entrepreneurs)).toBeLessThanOrEqual(1 / 3);
    const uniform = [...grouped].filter(([, people]) => people.length > 1 && people.every(covered));
    expect(uniform.map(([country]) => country)).toEqual([]);
  });
  test('all three ages and all eight skins', () => {
    for (const age of [1, 2, 3]) expect(where((p) => p.look.age === age).length, `age ${age}`).toBeGreaterThan(8);
    for (const skin of [0, 1, 2, 3, 4, 5, 6, 7]) expect(where((p) => p.look.skin === skin).length).toBeGreaterThan(0);
  });
});

describe('what they borrow', () => {
  test('grades mix 15, 30, 35, 15 and 5 in a hundred', () => {
    const target = { A: 0.15, B: 0.3, C: 0.35, D: 0.15, E: 0.05 };
    for (const grade of GRADES) {
      expect(
        Math.abs(
          share(
            where((p) => p.loan.grade === grade),
            entrepreneurs,
          ) - target[grade],
        ),
        grade,
      ).toBeLessThan(0.03);
    }
  });
  test('six starters or more, so that three are always on offer; their number is known on the day', () => {
    expect(where((p) => starters.has(p.loan.product)).length).toBeGreaterThanOrEqual(6);
    for (const product of products.filter((p) => p.starter))
      expect(product.instalments * product.intervalSimHours).toBe(24);
  });
  test('ordinary loans divide into shares and leave room for several lenders', () => {
    const { share: minor, playerCapPercent } = economy.lending;
    for (const { id, loan } of where((p) => !starters.has(p.loan.product))) {
      expect((loan.amount * 100) % minor, id).toBe(0);
      expect(Math.floor((loan.amount * playerCapPercent) / minor), id).toBeGreaterThanOrEqual(1);
      expect(loan.amount, id).toBeGreaterThan(100);
    }
  });
  test('every product and every partner is used', () => {
    expect(new Set(entrepreneurs.map((p) => p.loan.product))).toEqual(new Set(products.map((p) => p.id)));
    expect(new Set(entrepreneurs.map((p) => p.partner))).toEqual(new Set(partners.map((p) => p.id)));
  });
  test('monthly plans lead, seasonal and irregular ones follow, bullets are rare (microfinance.md 4.1)', () => {
    const kind = (p: Entrepreneur) => products.find(({ id }) => id === p.loan.product);
    const monthly = where((p) => kind(p)?.intervalSimHours === 720 && kind(p)?.graceOnPrincipal === 0);
    const irregular = where((p) => (kind(p)?.graceOnPrincipal ?? 0) > 0 || kind(p)?.intervalSimHours === 2160);
    const bullet = where((p) => kind(p)?.method === 'bullet');
    expect(share(monthly, entrepreneurs)).toBeGreaterThan(0.4);
    expect(monthly.length).toBeGreaterThan(irregular.length);
    expect(irregular.length).toBeGreaterThan(bullet.length);
    expect(share(bullet, entrepreneurs)).toBeLessThan(0.12);
  });
});

describe('what it costs them', () => {
  test('eight partners or more, rated 2.5 to 5', () => {
    expect(partners.length).toBeGreaterThanOrEqual(8);
    for (const { id, rating } of partners) {
      expect(rating, id).toBeGreaterThanOrEqual(2.5);
      expect(rating, id).toBeLessThanOrEqual(5);
    }
  });
  test('one partner charges about the same everywhere, between 15 and 40 in a hundred a year', () => {
    for (const { id } of partners) {
      const costs = where((p) => p.partner === id).map((p) => p.loan.annualCost);
      expect(Math.min(...costs), id).toBeGreaterThanOrEqual(0.15);
      expect(Math.max(...costs), id).toBeLessThanOrEqual(0.4);
      expect(Math.max(...costs) - Math.min(...costs), id).toBeLessThanOrEqual(0.06);
    }
  });
  test('the two best rated partners lend cheaper than the worst rated one', () => {
    const byRating = [...partners].sort((a, b) => b.rating - a.rating);
    const mean = (id: string | undefined) => {
      const costs = where((p) => p.partner === id).map((p) => p.loan.annualCost);
      return costs.reduce((sum, cost) => sum + cost, 0) / costs.length;
    };
    for (const best of byRating.slice(0, 2)) expect(mean(best.id)).toBeLessThan(mean(byRating.at(-1)?.id));
  });
});
