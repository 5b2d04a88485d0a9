import type { Content } from '@bloomvale/shared/content/content';
import { slotCapacity } from '@bloomvale/shared/play/stall-size';
import { actions } from '../../store/actions.ts';
import { goodById } from '../../store/content.ts';
import { roomStore, type SlotView } from '../../store/room.ts';
import type { AtHome } from '../growing/use-household.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { Meter } from '../parts/meter.tsx';
import { useSlice } from '../use-slice.ts';
import { useTexts } from '../use-texts.ts';

/** What lies on the stall: it sells by itself, also while one is away. */
export function Slots({ home: { household, content } }: { home: AtHome }) {
  const { t } = useTexts();
  const slots = useSlice(roomStore, (room) => room.slots);
  const places = household.stall.slots.map((_, slot) => slot);
  const capacity = slotCapacity(household, content);
  return (
    <section aria-labelledby="slots-title">
      <h3 id="slots-title">{t('stall.slots')}</h3>
      <ul className="slots">
        {places.map((slot) => {
          const there = slots[slot];
          return there === undefined ? (
            <li key={slot} className="slot slot--empty">
              <span className="muted">{t('stall.empty')}</span>
            </li>
          ) : (
            <SlotCard key={slot} slot={slot} there={there} capacity={capacity} content={content} />
          );
        })}
      </ul>
    </section>
  );
}

type CardProps = {
  readonly slot: number;
  readonly there: SlotView;
  readonly capacity: number;
  readonly content: Content;
};

function SlotCard({ slot, there, capacity, content }: CardProps) {
  const { t, integer, local, coins } = useTexts();
  const good = goodById(content, there.good);
  const name = good === undefined ? there.good : local(good.name);
  return (
    <li className="slot">
      <Icon good={good?.icon ?? 'basket'} size={40} />
      <b>{name}</b>
      <span className="num">
        {integer(there.quantity)} <small>/ {integer(capacity)}</small>
      </span>
      <Meter
        value={there.quantity / capacity}
        label={t('stall.filled', { good: name, count: integer(there.quantity), capacity: integer(capacity) })}
        thin
      />
      <small className="muted">{t('stall.each', { price: coins(good?.price ?? 0) })}</small>
      <Button look="quiet" onClick={() => void actions().command('stall.unstock', { slot })}>
        {t('stall.takeBack')}
        <span className="sr-only"> {name}</span>
      </Button>
    </li>
  );
}
