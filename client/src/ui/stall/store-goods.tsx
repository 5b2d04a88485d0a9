import { slotCapacity as capacityOf } from '@bloomvale/shared/play/stall-size';
import { useState } from 'react';
import { actions } from '../../store/actions.ts';
import { goodById } from '../../store/content.ts';
import { type RoomState, roomStore } from '../../store/room.ts';
import type { AtHome } from '../growing/use-household.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { keepFocus } from '../use-focus-home.ts';
import { useSlice } from '../use-slice.ts';
import { useTexts } from '../use-texts.ts';

/** Where a good would go: the slot that has it and room, else the first empty one; null when there is none. */
export function slotFor(
  good: string,
  slots: RoomState['slots'],
  { slots: places, slotCapacity }: { readonly slots: number; readonly slotCapacity: number },
): { readonly slot: number; readonly room: number } | null {
  const all = Array.from({ length: places }, (_, slot) => slot);
  const same = all.find((slot) => slots[slot]?.good === good && (slots[slot]?.quantity ?? 0) < slotCapacity);
  if (same !== undefined) return { slot: same, room: slotCapacity - (slots[same]?.quantity ?? 0) };
  // One good lies in one slot: a full one is not continued in the next while others wait for it.
  const empty = all.find((slot) => slots[slot] === undefined);
  return empty === undefined ? null : { slot: empty, room: slotCapacity };
}

/** What was harvested and is not on the stall; one press lays out as much of it as fits. */
export function StoreGoods({ home }: { home: AtHome }) {
  const { t } = useTexts();
  const { content } = home;
  const store = useSlice(roomStore, (room) => room.store);
  const goods = content.goods.filter((good) => (store[good.id] ?? 0) > 0);
  return (
    <section aria-labelledby="store-title">
      <h3 id="store-title">{t('stall.store')}</h3>
      {goods.length === 0 ? (
        <p className="muted">{t('stall.storeEmpty')}</p>
      ) : (
        <ul className="store">
          {goods.map((good) => (
            <StoreLine key={good.id} good={good.id} home={home} />
          ))}
        </ul>
      )}
    </section>
  );
}

function StoreLine({ good, home: { household, content } }: { good: string; home: AtHome }) {
  const { t, integer, local } = useTexts();
  const [busy, setBusy] = useState(false);
  const quantity = useSlice(roomStore, (room) => room.store[good] ?? 0);
  const slots = useSlice(roomStore, (room) => room.slots);
  const known = goodById(content, good);
  const target = slotFor(good, slots, {
    slots: household.stall.slots.length,
    slotCapacity: capacityOf(household, content),
  });
  const count = Math.min(quantity, target?.room ?? 0);
  const name = known === undefined ? good : local(known.name);
  const stock = async (): Promise<void> => {
    if (target === null) return;
    setBusy(true);
    await actions().command('stall.stock', { slot: target.slot, good, quantity: count });
    setBusy(false);
    keepFocus();
  };
  return (
    <li className="store__line">
      <Icon good={known?.icon ?? 'basket'} size={32} />
      <b>{name}</b>
      <span className="num">{integer(quantity)}</span>
      <Button
        look="soft"
        busy={busy ? t('stall.stocking') : false}
        blocked={target === null ? t('stall.full') : null}
        onClick={stock}
      >
        {t('stall.stock', { count: integer(count) })}
        <span className="sr-only"> {name}</span>
      </Button>
    </li>
  );
}
