import type { Section } from '@bloomvale/shared/catalogue/catalogue-diff';

/** In which order a form asks, where the order of the schema is not the one people think in: what is changed most comes first. */
const ORDER: Partial<Record<Section, readonly string[]>> = {
  entrepreneurs: [
    'name',
    'sector',
    'use',
    'loan.amount',
    'loan.annualCost',
    'loan.product',
    'loan.grade',
    'partner',
    'country',
    'story',
    'quote',
    'letter',
    'activity',
    'shortName',
    'town',
    'latitude',
    'longitude',
    'gender',
    'group',
    'look',
    'chapters',
  ],
  partners: ['name', 'rating', 'since', 'countries', 'about', 'costUse'],
};

/** Paths of the fields a form shows, top to bottom; what the order does not name comes after it. The id is never changed. */
export function fieldsOf(section: Section, shape: Readonly<Record<string, unknown>>): readonly (readonly string[])[] {
  const named = (ORDER[section] ?? []).map((name) => name.split('.'));
  const tops = new Set(named.map(([top]) => top));
  const others = Object.keys(shape).filter((key) => key !== 'id' && !tops.has(key));
  return [...named.filter(([top = '']) => Object.hasOwn(shape, top)), ...others.map((key) => [key])];
}
