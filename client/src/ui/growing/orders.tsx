import type { Content } from '@bloomvale/shared/content/content';
import { openOrders } from '@bloomvale/shared/orders/order-arrivals';
import { orderPay, orderXp } from '@bloomvale/shared/orders/order-pay';
import type { Household, Order } from '@bloomvale/shared/play/household';
import { atHand } from '@bloomvale/shared/play/stall-serve';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { useNow } from '../use-now.ts';
import { useTexts } from '../use-texts.ts';
import { GoodsList } from './goods-list.tsx';
import { useAct } from './use-act.ts';
import { useHousehold } from './use-household.ts';

/** How often the board looks whether the next order has come. */
const LOOK_MS = 5_000;

/** Three orders to choose from; each waits for ever, and each can be put aside for another. */
export function Orders() {
  const { t } = useTexts();
  const home = useHousehold();
  const now = useNow(LOOK_MS);
  if (home === null) {
    return (
      <p className="muted" aria-busy="true">
        {t('common.onTheWay')}
      </p>
    );
  }
  const orders = openOrders(home.household.orders, now);
  return (
    <>
      <p className="muted">{t('orders.lead')}</p>
      {orders.length === 0 ? (
        <p className="muted" role="status">
          {t('orders.none')}
        </p>
      ) : (
        <ul className="orders">
          {orders.map((order) => (
            <OrderCard key={order.id} order={order} household={home.household} content={home.content} />
          ))}
        </ul>
      )}
    </>
  );
}

function OrderCard({ order, household, content }: { order: Order; household: Household; content: Content }) {
  const { t, coins, integer } = useTexts();
  const act = useAct();
  const have = (good: string): number => atHand(household, good);
  const missing = order.items.filter(({ good, quantity }) => have(good) < quantity).length;
  const pay = orderPay(order, household, content) ?? 0;
  const number = integer(order.id + 1);
  return (
    <li className="order card-paper">
      <h3 className="row row--between">
        {t('orders.number', { number })}
        <span className="order__pay num">
          <Icon name="coin" size={22} /> {coins(pay)}
        </span>
      </h3>
      <GoodsList goods={[...order.items]} have={have} content={content} />
      <div className="row row--between">
        <Button
          look={missing === 0 ? 'primary' : 'soft'}
          blocked={missing === 0 ? null : t('orders.missing', { count: missing })}
          busy={act.busy === 'deliver' ? t('orders.delivering') : false}
          onClick={() => void act.run('deliver', 'order.deliver', { order: order.id })}
        >
          {t('orders.deliver', { xp: integer(orderXp(household, content)) })}
          <span className="sr-only"> {t('orders.number', { number })}</span>
        </Button>
        <IconButton
          flat
          glyph="x"
          label={t('orders.skip', { number })}
          onClick={() => void act.run('skip', 'order.skip', { order: order.id })}
        />
      </div>
    </li>
  );
}
