import type { Content } from '../content/content.ts';

/** Real milliseconds between two new orders while a place is free. */
export const orderMs = ({ homestead }: Content, timeScale: number): number =>
  Math.max(1, Math.round((homestead.orders.everySeconds * 1_000) / timeScale));
