import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overlaps } from '../space/iso.ts';
import { ShelfPacker, type Slot } from './shelf-packer.ts';

describe('ShelfPacker', () => {
  test('refuses what does not fit, and takes smaller things still', () => {
    const packer = new ShelfPacker(100, 40);
    expect(packer.take(101, 10)).toBeNull();
    expect(packer.take(10, 41)).toBeNull();
    expect(packer.take(100, 40)).not.toBeNull();
    expect(packer.take(1, 1)).toBeNull();
  });

  test('gives freed room again', () => {
    const packer = new ShelfPacker(64, 16);
    const slot = packer.take(60, 16) as Slot;
    expect(packer.take(60, 16)).toBeNull();
    packer.give(slot);
    expect(packer.take(50, 14)).toEqual(slot);
  });

  test('never hands out the same place twice, within the page', () => {
    const size = fc.tuple(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 60 }));
    fc.assert(
      fc.property(fc.array(fc.tuple(size, fc.boolean()), { maxLength: 80 }), (asks) => {
        const packer = new ShelfPacker(512, 256);
        const held: Slot[] = [];
        for (const [[width, height], giveOne] of asks) {
          if (giveOne && held.length > 0) packer.give(held.shift() as Slot);
          const slot = packer.take(width, height);
          if (slot === null) continue;
          expect(slot.width).toBeGreaterThanOrEqual(width);
          expect(slot.height).toBeGreaterThanOrEqual(height);
          expect(slot.x + slot.width).toBeLessThanOrEqual(512);
          expect(slot.y + slot.height).toBeLessThanOrEqual(256);
          for (const other of held) expect(overlaps(slot, other)).toBe(false);
          held.push(slot);
        }
      }),
    );
  });

  test('labels that come and go do not fill the page', () => {
    const packer = new ShelfPacker(256, 64);
    for (let i = 0; i < 500; i++) {
      const slot = packer.take(60 + (i % 7), 20 + (i % 3));
      expect(slot).not.toBeNull();
      packer.give(slot as Slot);
    }
  });
});
