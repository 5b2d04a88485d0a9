import { describe, expect, it } from 'vitest';
import { slotFor } from './store-goods.tsx';

const stall = { slots: 3, slotCapacity: 40 };
const slot = (good: string, quantity: number) => ({ good, quantity });

describe('slotFor', () => {
  it('is null when every place is taken by something else', () => {
    expect(slotFor('maize', { 0: slot('carrot', 1), 1: slot('tomato', 1), 2: slot('onion', 1) }, stall)).toBeNull();
  });
  it('is null when its own place is full and no other is free', () => {
    expect(slotFor('carrot', { 0: slot('carrot', 40), 1: slot('tomato', 1), 2: slot('onion', 1) }, stall)).toBeNull();
  });
  it('fills up where the good lies already', () => {
    expect(slotFor('carrot', { 1: slot('carrot', 30) }, stall)).toEqual({ slot: 1, room: 10 });
  });
  it('takes the first free place otherwise', () => {
    expect(slotFor('maize', { 0: slot('carrot', 1) }, stall)).toEqual({ slot: 1, room: 40 });
  });
});
