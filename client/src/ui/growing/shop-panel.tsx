import type { ShopDealView, ShopPage } from '@bloomvale/shared/protocol/growing-views';
import { useEffect } from 'react';
import { actions } from '../../store/actions.ts';
import { contentStore, goodById } from '../../store/content.ts';
import { closePanel, openPanel } from '../navigation/open.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { SideCard } from '../parts/side-card.tsx';
import { useNow } from '../use-now.ts';
import { useSlice } from '../use-slice.ts';
import { useTexts } from '../use-texts.ts';
import { PageState } from './page-state.tsx';
import { useAct } from './use-act.ts';
import { usePage } from './use-page.ts';

/** At the counter of somebody the village funded: her greeting, why the shutter is half down, and what she trades. */
export function ShopPanel({ loanId }: { loanId: string }) {
  const { t } = useTexts();
  const { page, reload } = usePage<ShopPage>(`/api/shops/${encodeURIComponent(loanId)}`);
  useEffect(() => void actions().command('shop.visit', { loanId }), [loanId]);
  const name = page.status === 'ready' ? page.value.shortName : '';
  return (
    <SideCard title={t('shop.title', { name })} icon="shopping-bags" onClose={closePanel}>
      <PageState page={page} reload={reload} fault={t('shop.notLoaded')}>
        {(shop) => <Shop shop={shop} reload={reload} />}
      </PageState>
    </SideCard>
  );
}

type ShopProps = { readonly shop: ShopPage; readonly reload: () => Promise<void> };

function Shop({ shop, reload }: ShopProps) {
  const { t, local, coins, percent, span } = useTexts();
  const building = shop.state === 'construction';
  const now = useNow(building ? 1_000 : 0);
  return (
    <>
      <div className="row">
        <Avatar who={shop.entrepreneur} country={shop.country} size={72} happy={shop.state === 'blooming'} />
        <div>
          <b>{shop.name}</b>
          <p className="muted">
            {local(shop.activity)}, {shop.town}
          </p>
          <span className={`tag tag--${shop.state === 'late' ? 'late' : 'ok'}`}>{t(`shop.state.${shop.state}`)}</span>
        </div>
      </div>
      <blockquote className="greeting">{local(shop.greeting)}</blockquote>
      {building && shop.opensAt !== null ? (
        <p className="muted" role="status">
          {t('shop.opensIn', { time: span(Math.max(0, shop.opensAt - now)) })}
        </p>
      ) : null}
      {shop.lent > 0 ? <p>{t('shop.lent', { amount: coins(shop.lent) })}</p> : null}
      <Deals shop={shop} reload={reload} />
      <p className="muted">
        {t('shop.pollinates', {
          what: t(`shop.figure.${shop.pollinates.figure}`),
          percent: percent(shop.pollinates.milli / 1_000),
        })}
        {shop.besides.length === 0
          ? null
          : ` ${t('shop.beside', { names: shop.besides.map(({ shortName }) => shortName).join(', ') })}`}
      </p>
      <Button block onClick={() => openPanel({ kind: 'loan', loanId: shop.loanId })}>
        {t('shop.loan')}
      </Button>
    </>
  );
}

function Deals({ shop, reload }: ShopProps) {
  const { t } = useTexts();
  return (
    <section aria-labelledby="deals-title">
      <h3 id="deals-title">{t('shop.deals')}</h3>
      {shop.deals.length === 0 ? (
        <p className="muted">{t('shop.noDeals')}</p>
      ) : (
        <ul className="recipes">
          {shop.deals.map((deal) => (
            <Deal key={`${deal.deal} ${deal.good}`} deal={deal} loanId={shop.loanId} reload={reload} />
          ))}
        </ul>
      )}
    </section>
  );
}

type DealProps = { readonly deal: ShopDealView; readonly loanId: string; readonly reload: () => Promise<void> };

/** `buy` is the player buying from her. */
function Deal({ deal, loanId, reload }: DealProps) {
  const { t, local, coins, integer } = useTexts();
  const act = useAct();
  const content = useSlice(contentStore, (state) => state.content);
  const good = content === null ? undefined : goodById(content, deal.good);
  const name = good === undefined ? deal.good : local(good.name);
  const trade = async (quantity: number): Promise<void> => {
    await act.run(String(quantity), 'shop.trade', { loanId, deal: deal.deal, good: deal.good, quantity });
    await reload();
  };
  const verb = deal.deal === 'buy' ? t('shop.buy') : t('shop.sell');
  const doing = deal.deal === 'buy' ? t('shop.buying') : t('shop.selling');
  return (
    <li className="recipe">
      <Icon good={good?.icon ?? 'basket'} size={40} />
      <div className="recipe__what">
        <b>{name}</b>
        <small className="muted">
          {t('shop.price', { price: coins(deal.price), left: integer(deal.left), perDay: integer(deal.perDay) })}
        </small>
      </div>
      {deal.left === 0 ? null : (
        <div className="recipe__act">
          {[1, deal.left]
            .filter((count, i) => i === 0 || count > 1)
            .map((count) => (
              <Button
                key={count}
                look={count === 1 ? 'soft' : 'quiet'}
                busy={act.busy === String(count) ? doing : false}
                onClick={() => void trade(count)}
              >
                {verb} {integer(count)}
                <span className="sr-only"> {name}</span>
              </Button>
            ))}
        </div>
      )}
    </li>
  );
}
