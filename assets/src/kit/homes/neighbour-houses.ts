import { PAL } from '../base/palette.ts';
import { adobeHouse } from './adobe-house.ts';
import { courtyardHouse } from './courtyard-house.ts';
import { stiltHouse } from './stilt-house.ts';

/** Houses of neighbours: one family of drawings in several colours, by frame name. A house: a line here. */
export const NEIGHBOUR_HOUSES = {
  adobe_ochre: () => adobeHouse(),
  adobe_rose: () => adobeHouse({ wall: '#e8b9a0', trim: PAL.indigo, seed: 2 }),
  adobe_white: () => adobeHouse({ wall: '#f3e6cf', trim: PAL.brick, seed: 3 }),
  stilt_thatch: () => stiltHouse(),
  stilt_teal: () => stiltHouse({ wall: '#a9c9b4', roof: '#b9825a', tile: 'scallop', cloth: PAL.indigo }),
  stilt_rose: () => stiltHouse({ wall: '#e6b7a0', roof: '#d9b25e', cloth: PAL.teal }),
  courtyard_cream: () => courtyardHouse(),
  courtyard_ochre: () => courtyardHouse({ wall: PAL.wallOchre, roof: '#b9604c', trim: PAL.teal }),
  courtyard_blue: () => courtyardHouse({ wall: '#dbe9ee', roof: PAL.indigo, trim: PAL.brick }),
} satisfies Record<string, () => string>;
