/** Why a catalogue is refused: the file, the place in it, and what was expected there. */
export type CatalogueFault = { readonly file: string; readonly path: string; readonly expected: string };
