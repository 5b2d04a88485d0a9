import { roomStore } from '../../store/room.ts';
import { useSlice } from '../use-slice.ts';

/** Customers whose wish can be served now; 0 away from home, where nobody knows. */
export function useStallBadge(): number {
  return useSlice(roomStore, ({ own, wishes, store, slots }) => {
    if (!own) return 0;
    const atHand: Record<string, number> = { ...store };
    for (const slot of Object.values(slots)) atHand[slot.good] = (atHand[slot.good] ?? 0) + slot.quantity;
    return Object.values(wishes).filter((wish) => (atHand[wish.good] ?? 0) >= wish.quantity).length;
  });
}
