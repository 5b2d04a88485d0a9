import type { Content } from '@bloomvale/shared/content/content';
import { wishPay } from '@bloomvale/shared/play/stall-serve';
import { useState } from 'react';
import { actions } from '../../store/actions.ts';
import { goodById } from '../../store/content.ts';
import { roomStore, type WishView } from '../../store/room.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { keepFocus } from '../use-focus-home.ts';
import { useSlice } from '../use-slice.ts';
import { useTexts } from '../use-texts.ts';

/** Pieces at hand: in the store and on the stall, as the server counts them. */
const useAtHand = (good: string): number =>
  useSlice(roomStore, ({ store, slots }) =>
    Object.values(slots).reduce((sum, slot) => sum + (slot.good === good ? slot.quantity : 0), store[good] ?? 0),
  );

/** The first customer who can be served: theirs is the one primary button. */
const useFirstServable = (): number | null =>
  useSlice(roomStore, ({ store, slots, wishes }) => {
    const at: Record<string, number> = { ...store };
    for (const slot of Object.values(slots)) at[slot.good] = (at[slot.good] ?? 0) + slot.quantity;
    const ready = Object.values(wishes).filter((wish) => (at[wish.good] ?? 0) >= wish.quantity);
    return ready.length === 0 ? null : Math.min(...ready.map((wish) => wish.id));
  });

/** Customers who wait for something particular: they wait for ever, and pay half as much again. */
export function Wishes({ content }: { content: Content }) {
  const { t } = useTexts();
  const wishes = useSlice(roomStore, (room) => room.wishes);
  const first = useFirstServable();
  const list = Object.values(wishes).sort((a, b) => a.id - b.id);
  return (
    <section aria-labelledby="wishes-title">
      <h3 id="wishes-title">{t('stall.wishes')}</h3>
      {list.length === 0 ? (
        <p className="muted">{t('stall.noWishes')}</p>
      ) : (
        <ul className="wishes">
          {list.map((wish) => (
            <WishLine key={wish.id} wish={wish} content={content} lead={wish.id === first} />
          ))}
        </ul>
      )}
    </section>
  );
}

function WishLine({ wish, content, lead }: { wish: WishView; content: Content; lead: boolean }) {
  const { t, coins, integer, local } = useTexts();
  const [busy, setBusy] = useState<'serve' | 'skip' | null>(null);
  const have = useAtHand(wish.good);
  const good = goodById(content, wish.good);
  const priceMilli = useSlice(roomStore, (room) => room.priceMilli);
  const pay = wishPay(wish, content, priceMilli);
  const name = good === undefined ? wish.good : local(good.name);
  const enough = have >= wish.quantity;
  const act = async (kind: 'serve' | 'skip'): Promise<void> => {
    setBusy(kind);
    await actions().command(kind === 'serve' ? 'stall.serve' : 'stall.skip', { wish: wish.id });
    setBusy(null);
    keepFocus();
  };
  return (
    <li className="wish">
      <Icon good={good?.icon ?? 'basket'} size={36} />
      <div className="wish__what">
        <b>{t('stall.wish', { count: wish.quantity, quantity: integer(wish.quantity), good: name })}</b>
        <span className={enough ? 'wish__pay' : 'muted'}>
          {enough
            ? t('stall.pays', { pay: coins(pay ?? 0) })
            : t('stall.have', { have: integer(have), needed: integer(wish.quantity) })}
        </span>
      </div>
      <div className="wish__act">
        {enough ? (
          <Button
            look={lead ? 'primary' : 'soft'}
            busy={busy === 'serve' ? t('stall.serving') : false}
            onClick={() => act('serve')}
          >
            {t('stall.serve')}
            <span className="sr-only">
              {' '}
              {t('stall.wish', { count: wish.quantity, quantity: integer(wish.quantity), good: name })}
            </span>
          </Button>
        ) : null}
        <IconButton
          flat
          glyph="x"
          label={t('stall.skip', { good: name })}
          aria-busy={busy === 'skip' ? true : undefined}
          onClick={() => (busy === null ? act('skip') : undefined)}
        />
      </div>
    </li>
  );
}
