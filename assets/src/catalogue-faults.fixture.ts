import type { FindingCode } from '@bloomvale/shared/catalogue/finding';

// biome-ignore lint/suspicious/noExplicitAny: a catalogue is broken here in ways that no type allows.
export type Loose = any;
export type Change = (content: Loose) => void;

export const person = (content: Loose, id = 'awa-ndiaye'): Loose =>
  content.entrepreneurs.find((one: Loose) => one.id === id);
export const entry = (list: Loose, id: string): Loose => list.find((one: Loose) => one.id === id);
const starterOf = (content: Loose): Loose =>
  content.entrepreneurs.find((one: Loose) => one.loan.product === 'market-day');
const long = (words: number): string => `I ${'work '.repeat(words - 2)}here.`;

/** One example for each thing that can be found: where it is told, and the change that brings it about. */
export const FAULTY: readonly (readonly [FindingCode, string, string | null, Change])[] = [
  ['field_missing', 'entrepreneurs', 'awa-ndiaye', (c) => delete person(c).town],
  ['field_missing', 'economy', null, (c) => delete c.economy.lending],
  ['field_missing', 'growing', null, (c) => delete c.growing],
  ['field_unknown', 'goods', 'carrot', (c) => Object.assign(entry(c.goods, 'carrot'), { cost: 3 })],
  ['field_unknown', 'catalogue', null, (c) => Object.assign(c, { secrets: [] })],
  ['wrong_type', 'entrepreneurs', 'awa-ndiaye', (c) => Object.assign(person(c), { latitude: 'north' })],
  ['not_an_option', 'entrepreneurs', 'awa-ndiaye', (c) => Object.assign(person(c), { sector: 'banking' })],
  ['not_an_option', 'growing', null, (c) => Object.assign(c.growing.ownLoan.offers[0].grant, { kind: 'gift' })],
  ['wrong_format', 'entrepreneurs', 'Awa Ndiaye', (c) => Object.assign(person(c), { id: 'Awa Ndiaye' })],
  ['number_too_small', 'entrepreneurs', 'awa-ndiaye', (c) => Object.assign(person(c).loan, { amount: 75 })],
  ['number_too_large', 'entrepreneurs', 'awa-ndiaye', (c) => Object.assign(person(c).loan, { annualCost: 0.7 })],
  ['number_not_multiple', 'entrepreneurs', 'awa-ndiaye', (c) => Object.assign(person(c).loan, { amount: 130 })],
  ['text_too_short', 'entrepreneurs', 'awa-ndiaye', (c) => Object.assign(person(c), { town: 'D' })],
  ['text_too_long', 'entrepreneurs', 'awa-ndiaye', (c) => Object.assign(person(c), { town: 'D'.repeat(41) })],
  ['list_too_short', 'maps', null, (c) => c.maps.pop()],
  [
    'list_too_long',
    'regions',
    'am',
    (c) => Object.assign(entry(c.regions, 'am').farming, { lean: [0, 1, 2, 3, 4, 5, 6] }),
  ],
  ['does_not_fit', 'entrepreneurs', 'awa-ndiaye', (c) => Object.assign(person(c).look, { ['k'.repeat(5_000)]: 1 })],
  ['english_missing', 'partners', null, (c) => delete c.partners[0].about.en],
  ['french_missing', 'entrepreneurs', 'awa-ndiaye', (c) => Object.assign(person(c).story, { fr: '' })],

  ['id_twice', 'entrepreneurs', 'awa-ndiaye', (c) => c.entrepreneurs.push(structuredClone(person(c)))],
  ['id_twice', 'homestead', null, (c) => Object.assign(c.homestead.stations[1], { id: 'oven' })],
  [
    'id_twice',
    'growing',
    null,
    (c) => Object.assign(c.growing.ownLoan.offers[1], { id: c.growing.ownLoan.offers[0].id }),
  ],
  [
    'name_twice',
    'products',
    'monthly-8',
    (c) => Object.assign(entry(c.products, 'monthly-8'), { name: entry(c.products, 'monthly-6').name }),
  ],
  [
    'face_twice',
    'entrepreneurs',
    'awa-ndiaye',
    (c) => Object.assign(person(c), { look: { ...c.entrepreneurs[0].look } }),
  ],
  ['partner_unknown', 'entrepreneurs', 'awa-ndiaye', (c) => Object.assign(person(c), { partner: 'nobody' })],
  ['partner_not_there', 'entrepreneurs', 'awa-ndiaye', (c) => Object.assign(person(c), { partner: 'lotus-ferry' })],
  [
    'partner_unused',
    'partners',
    'new-partner',
    (c) => c.partners.push({ ...c.partners[0], id: 'new-partner', name: 'New Partner' }),
  ],
  ['product_unknown', 'entrepreneurs', 'awa-ndiaye', (c) => Object.assign(person(c).loan, { product: 'payday' })],
  ['product_unused', 'products', 'yearly', (c) => c.products.push({ ...c.products[1], id: 'yearly' })],
  [
    'region_unknown',
    'entrepreneurs',
    'awa-ndiaye',
    (c) => c.regions.splice(c.regions.indexOf(entry(c.regions, person(c).country)), 1),
  ],
  ['region_unused', 'regions', 'xx', (c) => c.regions.push({ ...c.regions[0], id: 'xx' })],
  ['good_unknown', 'crops', 'carrot', (c) => Object.assign(entry(c.crops, 'carrot'), { good: 'gold' })],
  ['good_unknown', 'growing', null, (c) => Object.assign(c.growing.shops.sells.retail[0], { good: 'gold' })],
  [
    'good_unknown',
    'homestead',
    null,
    (c) => Object.assign(c.homestead.needs.water.tiers[1].goods[0], { good: 'gold' }),
  ],
  ['good_twice', 'recipes', null, (c) => c.recipes[1].ingredients.push(c.recipes[1].ingredients[0])],
  ['station_unknown', 'recipes', null, (c) => Object.assign(c.recipes[0], { station: 'forge' })],
  ['station_unknown', 'growing', null, (c) => Object.assign(c.growing.ownLoan.offers[1].grant, { station: 'forge' })],
  ['group_and_gender', 'entrepreneurs', 'awa-ndiaye', (c) => Object.assign(person(c), { gender: 'men_group' })],
  [
    'group_and_gender',
    'entrepreneurs',
    'awa-ndiaye',
    (c) => Object.assign(person(c), { gender: 'mixed_group', group: { members: 4, men: 5 } }),
  ],

  ['starter_terms', 'entrepreneurs', null, (c) => Object.assign(starterOf(c).loan, { grade: 'B' })],
  ['starter_terms', 'entrepreneurs', null, (c) => Object.assign(c.economy.lending, { starterMatched: 5_000 })],
  ['starters_too_few', 'entrepreneurs', null, (c) => Object.assign(c.economy.lending, { starterOpen: 90 })],
  [
    'starter_beyond_day',
    'products',
    'market-day',
    (c) => Object.assign(entry(c.products, 'market-day'), { instalments: 8 }),
  ],
  [
    'chapter_amount',
    'entrepreneurs',
    null,
    (c) =>
      Object.assign(
        c.entrepreneurs.find((one: Loose) => one.chapters && one.loan.amount === 200)?.chapters[0] ??
          c.entrepreneurs.find((one: Loose) => one.chapters && one.loan.amount < 600).chapters[0],
        { amount: 1000 },
      ),
  ],
  [
    'chapter_same_use',
    'entrepreneurs',
    null,
    (c) => {
      const one = c.entrepreneurs.find((e: Loose) => e.chapters);
      one.chapters[0].use = one.use;
    },
  ],
  [
    'grace_too_long',
    'products',
    'seasonal-8',
    (c) => Object.assign(entry(c.products, 'seasonal-8'), { graceOnPrincipal: 8 }),
  ],
  [
    'grace_without_effect',
    'products',
    'bullet-6',
    (c) => Object.assign(entry(c.products, 'bullet-6'), { graceOnPrincipal: 2 }),
  ],
  [
    'interval_uneven',
    'products',
    'monthly-6',
    (c) => Object.assign(entry(c.products, 'monthly-6'), { intervalSimHours: 725 }),
  ],
  ['term_too_long', 'products', 'bullet-6', (c) => Object.assign(entry(c.products, 'bullet-6'), { instalments: 36 })],
  [
    'schedule_impossible',
    'entrepreneurs',
    null,
    (c) => Object.assign(entry(c.products, 'seasonal-8'), { graceOnPrincipal: 8 }),
  ],
  [
    'instalment_too_small',
    'entrepreneurs',
    null,
    (c) =>
      Object.assign(c.economy.lending, { share: 100 }) &&
      Object.assign(entry(c.products, 'monthly-18'), { instalments: 36, intervalSimHours: 8_640 }),
  ],
  ['amount_uneven', 'entrepreneurs', 'awa-ndiaye', (c) => Object.assign(c.economy.lending, { share: 7_000 })],
  ['nobody_may_lend', 'entrepreneurs', null, (c) => Object.assign(c.economy.lending, { playerCapPercent: 1 })],
  ['amount_slow', 'entrepreneurs', 'awa-ndiaye', (c) => Object.assign(person(c).loan, { amount: 1000 })],
  ['cost_unusual', 'entrepreneurs', 'awa-ndiaye', (c) => Object.assign(person(c).loan, { annualCost: 0.55 })],
  ['cost_apart', 'partners', null, (c) => Object.assign(person(c).loan, { annualCost: 0.4 })],
  [
    'loan_dominated',
    'entrepreneurs',
    'somebody',
    (c) => {
      const one = c.entrepreneurs.find((e: Loose) => e.loan.product !== 'market-day');
      c.entrepreneurs.push({ ...one, id: 'somebody', loan: { ...one.loan, annualCost: 0.5 } });
    },
  ],

  [
    'text_forbidden',
    'entrepreneurs',
    'awa-ndiaye',
    (c) => Object.assign(person(c).quote, { en: 'This loan lifts us out of poverty.' }),
  ],
  [
    'text_forbidden',
    'talks',
    null,
    (c) => Object.assign(c.talks[0].text, { fr: 'Un rendement garanti, sans risque.' }),
  ],
  [
    'text_markup',
    'entrepreneurs',
    'awa-ndiaye',
    (c) => Object.assign(person(c).quote, { en: '<script>alert(1)</script>' }),
  ],
  [
    'text_markup',
    'entrepreneurs',
    'awa-ndiaye',
    (c) => Object.assign(person(c), { name: 'Awa <img src=x onerror=alert(1)>' }),
  ],
  [
    'text_hidden',
    'entrepreneurs',
    'awa-ndiaye',
    (c) => Object.assign(person(c).quote, { en: 'I bake \u202efrom left.' }),
  ],
  ['text_loud', 'entrepreneurs', 'awa-ndiaye', (c) => Object.assign(person(c).quote, { en: 'Look at my bread!' })],
  [
    'text_typography',
    'entrepreneurs',
    'awa-ndiaye',
    (c) => Object.assign(person(c).quote, { fr: 'Voici: mon pain est là.' }),
  ],
  ['languages_same', 'entrepreneurs', 'awa-ndiaye', (c) => Object.assign(person(c).quote, { fr: person(c).quote.en })],
  [
    'language_short',
    'entrepreneurs',
    'awa-ndiaye',
    (c) => Object.assign(person(c).story, { fr: 'Mon atelier, en bref.' }),
  ],
  ['words_too_few', 'entrepreneurs', 'awa-ndiaye', (c) => Object.assign(person(c).story, { en: long(59) })],
  ['words_too_many', 'entrepreneurs', 'awa-ndiaye', (c) => Object.assign(person(c).story, { en: long(151) })],
  [
    'not_first_person',
    'entrepreneurs',
    'awa-ndiaye',
    (c) => Object.assign(person(c).story, { en: `The oven is hot. ${'Bread rises. '.repeat(40)}` }),
  ],
  ['letter_without_share', 'entrepreneurs', 'awa-ndiaye', (c) => Object.assign(person(c).letter, { en: long(40) })],
  [
    'quote_not_one_sentence',
    'entrepreneurs',
    'awa-ndiaye',
    (c) => Object.assign(person(c).quote, { en: 'I bake. I sell.' }),
  ],
  ['use_not_completing', 'entrepreneurs', 'awa-ndiaye', (c) => Object.assign(person(c).use, { en: 'For a new oven.' })],
  [
    'words_shared',
    'entrepreneurs',
    null,
    (c) => Object.assign(c.entrepreneurs[1].story, { en: c.entrepreneurs[0].story.en }),
  ],
  [
    'place_unknown',
    'growing',
    null,
    (c) => Object.assign(c.growing.letters.kinds.late, { en: 'Dear {neighbour}, {cause}' }),
  ],
  [
    'places_differ',
    'growing',
    null,
    (c) => Object.assign(c.growing.letters.kinds.late, { en: 'The shutter is half down.' }),
  ],

  ['portrait_missing', 'entrepreneurs', 'awa-ndiaye', (c) => Object.assign(person(c), { look: {} })],
  ['portrait_not_drawn', 'entrepreneurs', 'awa-ndiaye', (c) => Object.assign(person(c).look, { hair: 'mohawk' })],
  ['portrait_not_drawn', 'entrepreneurs', 'awa-ndiaye', (c) => Object.assign(person(c).look, { tattoo: 1 })],
  [
    'picture_later',
    'entrepreneurs',
    'awa-ndiaye',
    (c) => Object.assign(person(c).look, { age: (person(c).look.age % 3) + 1 }),
  ],
  ['flag_later', 'entrepreneurs', 'awa-ndiaye', (c) => Object.assign(person(c), { country: 'xx' })],
  ['crop_not_drawn', 'crops', 'kale', (c) => c.crops.push({ ...c.crops[1], id: 'kale' })],
  ['icon_unknown', 'goods', 'carrot', (c) => Object.assign(entry(c.goods, 'carrot'), { icon: 'dragon' })],

  ['not_rising', 'economy', null, (c) => Object.assign(c.economy.levelXp, { 3: 1 })],
  ['not_rising', 'growing', null, (c) => Object.assign(c.growing.shops, { tierFrom: [60_000, 30_000] })],
  ['falling', 'economy', null, (c) => Object.assign(c.economy.plotsByLevel, { 4: 2 })],
  ['falling', 'homestead', null, (c) => Object.assign(c.homestead.needs.water.tiers[1], { bonus: 1 })],
  ['falling', 'homestead', null, (c) => Object.assign(c.homestead.stall[0], { slots: 1 })],
  ['more_than', 'economy', null, (c) => Object.assign(c.economy.lending, { openMin: 99 })],
  [
    'more_than',
    'growing',
    null,
    (c) => Object.assign(c.growing.ownLoan, { cautionPercent: c.growing.ownLoan.limitPercent }),
  ],
  ['more_than', 'growing', null, (c) => Object.assign(c.growing.pollination.caps, { yield: 50 })],
  ['price_falling', 'homestead', null, (c) => Object.assign(c.homestead.stall[2], { price: 1 })],
  ['level_beyond', 'crops', 'carrot', (c) => Object.assign(entry(c.crops, 'carrot'), { unlockLevel: 60 })],
  ['level_beyond', 'homestead', null, (c) => Object.assign(c.homestead.stations[0].levels[2], { unlockLevel: 60 })],
  ['free_seed', 'crops', null, (c) => Object.assign(c.crops[1], { seedPrice: 0 })],
  [
    'free_seed',
    'crops',
    null,
    (c) =>
      Object.assign(
        c.crops.find((one: Loose) => one.seedPrice === 0),
        { seedPrice: 1 },
      ),
  ],
  ['crop_dominated', 'crops', 'tomato', (c) => Object.assign(entry(c.crops, 'carrot'), { yield: 50 })],
  ['crop_loses', 'crops', 'carrot', (c) => Object.assign(entry(c.crops, 'carrot'), { seedPrice: 900_000 })],
  ['good_without_source', 'growing', null, (c) => c.crops.splice(c.crops.indexOf(entry(c.crops, 'sunflower')), 1)],
  ['good_unused', 'goods', 'gold', (c) => c.goods.push({ ...c.goods[0], id: 'gold' })],
  [
    'recipe_unreachable',
    'recipes',
    null,
    (c) => Object.assign(c.recipes[0], { ingredients: [{ good: c.recipes[0].good, quantity: 1 }] }),
  ],
  [
    'recipe_early',
    'recipes',
    null,
    (c) => Object.assign(entry(c.crops, c.recipes[0].ingredients[0].good) ?? c.crops[0], { unlockLevel: 19 }),
  ],
  ['talk_missing', 'talks', null, (c) => c.talks.splice(c.talks.indexOf(entry(c.talks, 'light-thanks-2')), 1)],
  ['map_missing', 'maps', null, (c) => Object.assign(entry(c.maps, 'homestead'), { id: 'village' })],
  ['plots_without_place', 'economy', null, (c) => Object.assign(c.economy.plotsByLevel, { 19: 36 })],

  ['month_lean_and_harvest', 'regions', 'am', (c) => Object.assign(entry(c.regions, 'am').farming, { lean: [6, 7] })],
  ['month_twice', 'regions', 'am', (c) => Object.assign(entry(c.regions, 'am').farming, { lean: [3, 3] })],
  ['seasons_uneven', 'regions', 'am', (c) => Object.assign(entry(c.regions, 'am').farming, { lean: [3] })],
  ['planting_in_harvest', 'regions', 'am', (c) => Object.assign(entry(c.regions, 'am').farming, { planting: 7 })],
  ['window_unusual', 'economy', null, (c) => Object.assign(c.economy.lending, { windowSimHours: 2 })],
  ['night_without_crop', 'homestead', null, (c) => Object.assign(c.homestead, { nightSeconds: 90_000 })],
];
