import { type PhiloxKey, philox, wordBelow } from '@bloomvale/shared/random/philox';

/** Presets of the drawing kit that a player may wear. */
export const PLAYER_LOOKS = ['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7', 'a8', 'a9', 'a10', 'a11', 'a12'] as const;

/**
 * Names for guests: a given name and a plant or place, so that nobody looks like a real person and nobody has to type. Edited later
 * by `player.rename`.
 */
const NAMES = {
  en: {
    first:
      'Alba Amos Anya Basil Bea Bram Clara Corin Dalia Edda Elio Fern Finn Flora Gus Hana Hazel Ida Iris Jonas Juno Kit Lena Linus Lotte Mabel Milo Mina Nell Nico Nora Olive Oscar Otis Pearl Pia Remy Robin Rosa Sami Tess Theo Tilda Vera Wilma Yara Zeno Zoe',
    last: 'Alder Apple Ash Barley Beech Birch Bramble Brook Cedar Cherry Clover Cress Dale Elder Fennel Field Heather Hedge Hill Juniper Lake Larch Laurel Linden Marsh Meadow Mint Moss Nettle Oak Orchard Plum Poppy Quince Reed River Rowan Sage Sorrel Thistle Thyme Vale Violet Willow Wood Yarrow',
  },
  fr: {
    first:
      'Agathe Aimé Alba Alix Anatole Ariane Basile Blanche Célio Clara Colette Côme Dalia Edgar Élie Elsa Émile Faustine Félix Flora Gaspard Hana Hélio Inès Iris Jeanne Joachim Jonas Léon Lila Lison Maël Mina Nils Noé Nora Octave Olive Oscar Paola Perle Rémi Rosa Sacha Sami Théa Ulysse Zoé',
    last: 'Ajonc Aubépine Aulne Avoine Bleuet Bocage Bouleau Bruyère Cassis Cèdre Cerise Châtaigne Chêne Coteau Figue Forêt Fougère Framboise Frêne Garrigue Genêt Hêtre Jonquille Lavande Lierre Lilas Luzerne Menthe Mésange Mirabelle Moulin Mousse Myrtille Noisette Olivier Prairie Prune Rivière Roseau Sarrasin Sauge Saule Source Thym Tilleul Vallon Verger Violette',
  },
} as const;
const words = (text: string): readonly string[] => text.split(' ');
const NAME_LISTS = {
  en: { first: words(NAMES.en.first), last: words(NAMES.en.last) },
  fr: { first: words(NAMES.fr.first), last: words(NAMES.fr.last) },
} as const;

export type GeneratedIdentity = { readonly name: string; readonly look: string };

/** A newcomer's name and look, the same whenever it is asked for again. */
export function generatedIdentity(key: PhiloxKey, locale: 'en' | 'fr'): GeneratedIdentity {
  const [first, last, look] = philox([0, 0, 0xffff, 0], key);
  const lists = NAME_LISTS[locale];
  return {
    name: `${pickFrom(lists.first, first)} ${pickFrom(lists.last, last)}`,
    look: pickFrom(PLAYER_LOOKS, look),
  };
}

const VILLAGE_NAMES = words(
  'Tilleul Bramblewick Mirabelle Linden Aubrac Clovermead Sorbier Fennmoor Valdoré Hazelcombe Brunelle Larkfield Ormeau Willowby Cassine Thistledown Noiseraie Rowanside Lavandou Orchardley Primevère Meadowlea Rossignol Applecote Sauvagine Elderbrook Garance Juniper-Cross Chèvrefeuille Barleywick',
);

/** Name of the n-th village (1-based); after the list it starts again with a number. */
export function villageName(n: number): string {
  const round = Math.floor((n - 1) / VILLAGE_NAMES.length);
  const name = VILLAGE_NAMES[(n - 1) % VILLAGE_NAMES.length] as string;
  return round === 0 ? name : `${name} ${round + 1}`;
}

const pickFrom = (list: readonly string[], word: number): string => list[wordBelow(word, list.length)] as string;
