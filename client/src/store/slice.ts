import { subscribeWithSelector } from 'zustand/middleware';
import { createStore } from 'zustand/vanilla';

/**
 * One slice of client state: a vanilla store of plain, immutable data. No schema instance, socket, DOM node or Phaser object goes in:
 * those change in place, so a selector would not see it. Who may write is said in each slice's own file.
 */
export const createSlice = <T>(initial: T) => createStore<T>()(subscribeWithSelector((): T => initial));
export type Slice<T> = ReturnType<typeof createSlice<T>>;
