import { brick, clayPot, clothRoll, dress, rope, sheaButter, soap, stool, toyTruck, wool } from './craft.ts';
import { cassava, cotton, millet, pumpkin } from './crops.ts';
import { basketOrder, driedFruit, flour, jam, juice, millet_couscous, oil, peanutPaste, smokedFish } from './food.ts';
import { compost, seedBag, stallIcon, wateringCan } from './tools.ts';

/** An icon of our own, or the name of a Fluent emoji. */
export type Good = { readonly kind: 'crop' | 'good' | 'tool' } & (
  | { readonly draw: () => string }
  | { readonly emoji: string }
);
/** Draws a Fluent emoji at a size in px (`icons/fluent.ts`). */
export type DrawEmoji = (name: string, size: number) => string;

const own = (kind: Good['kind'], draw: () => string): Good => ({ kind, draw });

const fluent = (kind: Good['kind'], emoji: string): Good => ({ kind, emoji });

/** Goods, crops and tools by id. A new one: a line here, and a drawing when Fluent Emoji has none. */
export const GOODS = {
  maize: fluent('crop', 'ear-of-corn'),
  tomato: fluent('crop', 'tomato'),
  chilli: fluent('crop', 'hot-pepper'),
  eggplant: fluent('crop', 'eggplant'),
  carrot: fluent('crop', 'carrot'),
  potato: fluent('crop', 'potato'),
  onion: fluent('crop', 'onion'),
  peanut: fluent('crop', 'peanuts'),
  cabbage: fluent('crop', 'leafy-green'),
  melon: fluent('crop', 'watermelon'),
  strawberry: fluent('crop', 'strawberry'),
  sunflower: fluent('crop', 'sunflower'),
  rice: fluent('crop', 'sheaf-of-rice'),
  bean: fluent('crop', 'pea-pod'),
  mango: fluent('crop', 'mango'),
  coffee: fluent('crop', 'hot-beverage'),
  millet: own('crop', millet),
  cotton: own('crop', cotton),
  cassava: own('crop', cassava),
  pumpkin: own('crop', pumpkin),
  egg: fluent('good', 'egg'),
  milk: fluent('good', 'glass-of-milk'),
  honey: fluent('good', 'honey-pot'),
  bread: fluent('good', 'bread'),
  flatbread: fluent('good', 'flatbread'),
  pie: fluent('good', 'pie'),
  cheese: fluent('good', 'cheese-wedge'),
  fish: fluent('good', 'fish'),
  yarn: fluent('good', 'yarn'),
  basket: fluent('good', 'basket'),
  candle: fluent('good', 'candle'),
  soup: fluent('good', 'pot-of-food'),
  couscous: own('good', millet_couscous),
  flour: own('good', flour),
  oil: own('good', oil),
  juice: own('good', juice),
  jam: own('good', jam),
  peanutPaste: own('good', peanutPaste),
  sheaButter: own('good', sheaButter),
  soap: own('good', soap),
  driedFruit: own('good', driedFruit),
  smokedFish: own('good', smokedFish),
  wool: own('good', wool),
  clothRoll: own('good', clothRoll),
  dress: own('good', dress),
  rope: own('good', rope),
  stool: own('good', stool),
  clayPot: own('good', clayPot),
  toyTruck: own('good', toyTruck),
  brick: own('good', brick),
  seedBag: own('tool', seedBag),
  compost: own('tool', compost),
  wateringCan: own('tool', wateringCan),
  marketStall: own('tool', stallIcon),
  orderBasket: own('tool', basketOrder),
} satisfies Record<string, Good>;
export type GoodIconId = keyof typeof GOODS;
export const isGoodIconId = (id: string): id is GoodIconId => Object.hasOwn(GOODS, id);

/** Inline SVG of one good, `size` px wide; `emoji` supplies the Fluent drawings. */
export function goodIcon(id: GoodIconId, size: number, emoji: DrawEmoji): string {
  const good: Good = GOODS[id];
  return 'emoji' in good
    ? emoji(good.emoji, size)
    : `<svg width="${size}" height="${size}" viewBox="0 0 32 32" aria-hidden="true">${good.draw()}</svg>`;
}
