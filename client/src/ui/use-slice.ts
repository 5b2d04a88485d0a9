import { useStore } from 'zustand';
import type { Slice } from '../store/slice.ts';

/** Reads a part of a slice; the component renders again when that part changes. Select primitives or stable references. */
export const useSlice = <S, T>(slice: Slice<S>, selector: (state: S) => T): T => useStore(slice, selector);
