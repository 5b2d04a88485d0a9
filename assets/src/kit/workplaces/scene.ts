/** Draws a Fluent emoji with its upper left corner on px (x, y). */
export type PutEmoji = (name: string, x: number, y: number, size: number) => string;
