import type { StoreErrorCode } from '../application/store/store-error.ts';
import type { Writer } from './sqlite-writer.ts';

/** What the game's thread and the writing thread tell each other. */
export type WriterCall = {
  [M in keyof Writer]: { readonly id: number; readonly method: M; readonly args: Parameters<Writer[M]> };
}[keyof Writer];
export type WriterAnswer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: { readonly code: StoreErrorCode; readonly message: string } };
