import type { Colour } from '../base/colour.ts';

/** How a crop looks. A new crop is one line in `CROPS`; a new way of growing is a file in `crops/shapes`. */
export type CropLook = { readonly leaf: Colour } & (
  | { readonly shape: 'stalk'; readonly h: number; readonly head: 'cob' | 'spike' | 'sun'; readonly fruit: Colour }
  | { readonly shape: 'grass'; readonly h: number; readonly ripe: Colour }
  | {
      readonly shape: 'bush';
      readonly fruit: Colour;
      readonly flower: Colour;
      readonly rx: number;
      readonly ry: number;
      /** Nine fruits instead of six. */
      readonly many?: true;
      /** The fruit has no green cap. */
      readonly bare?: true;
    }
  | { readonly shape: 'root'; readonly fruit: Colour; readonly tops?: 'feather' | 'spear' | 'tall' }
  | { readonly shape: 'head'; readonly fruit: Colour }
  | {
      readonly shape: 'vine';
      readonly fruit: Colour;
      readonly flower: Colour;
      readonly rx: number;
      readonly ry: number;
      readonly stripe?: Colour;
    }
  | { readonly shape: 'low'; readonly fruit: Colour; readonly flower: Colour }
);

export const CROPS = {
  maize: { shape: 'stalk', leaf: '#6fb043', h: 50, head: 'cob', fruit: '#ffcf3f' },
  millet: { shape: 'stalk', leaf: '#86b04a', h: 44, head: 'spike', fruit: '#d9a04a' },
  wheat: { shape: 'grass', leaf: '#b9b84c', ripe: '#eec256', h: 34 },
  rice: { shape: 'grass', leaf: '#7fc04f', ripe: '#e3cf62', h: 30 },
  sunflower: { shape: 'stalk', leaf: '#62a747', h: 50, head: 'sun', fruit: '#ffc52e' },
  tomato: { shape: 'bush', leaf: '#4f9d4a', fruit: '#ea4a3d', flower: '#ffe27a', rx: 5.6, ry: 5.2 },
  chilli: { shape: 'bush', leaf: '#58a545', fruit: '#e23b36', flower: '#fff', rx: 2.4, ry: 6 },
  eggplant: { shape: 'bush', leaf: '#5b9a55', fruit: '#7a4aa8', flower: '#cdb3f0', rx: 4.6, ry: 7.6 },
  bean: { shape: 'bush', leaf: '#6cb04a', fruit: '#a5d65b', flower: '#f3b6d3', rx: 2, ry: 7.5 },
  coffee: { shape: 'bush', leaf: '#3f8a4a', fruit: '#d8413f', flower: '#fff', rx: 3.6, ry: 3.6, many: true },
  cotton: { shape: 'bush', leaf: '#6ea24b', fruit: '#fbf7ee', flower: '#ffe9a0', rx: 6, ry: 5.5, bare: true },
  carrot: { shape: 'root', leaf: '#59a94b', fruit: '#f58a2c', tops: 'feather' },
  potato: { shape: 'root', leaf: '#5fa04f', fruit: '#d8ab6c' },
  cassava: { shape: 'root', leaf: '#6aa84f', fruit: '#b07a52', tops: 'tall' },
  onion: { shape: 'root', leaf: '#74b45a', fruit: '#e8a9c0', tops: 'spear' },
  peanut: { shape: 'root', leaf: '#7ab24f', fruit: '#dcb277' },
  cabbage: { shape: 'head', leaf: '#86c25e', fruit: '#c6e58e' },
  pumpkin: { shape: 'vine', leaf: '#5aa04a', fruit: '#f28a2a', flower: '#ffd34d', rx: 13, ry: 10 },
  melon: { shape: 'vine', leaf: '#5fa84e', fruit: '#4f9b4a', flower: '#ffe27a', rx: 13, ry: 9.5, stripe: '#bfe58c' },
  strawberry: { shape: 'low', leaf: '#55a24a', fruit: '#ea3f4d', flower: '#fff' },
} as const satisfies Record<string, CropLook>;
export type CropId = keyof typeof CROPS;

export const isCropId = (id: string): id is CropId => Object.hasOwn(CROPS, id);

/** 0 sown, 1 sprout, 2 young, 3 flowering, 4 ripe. */
export type Stage = 0 | 1 | 2 | 3 | 4;
export const STAGES: readonly Stage[] = [0, 1, 2, 3, 4];
