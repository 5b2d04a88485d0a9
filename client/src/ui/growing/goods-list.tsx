import type { Content } from '@bloomvale/shared/content/content';
import type { GoodsPrice } from '@bloomvale/shared/content/homestead';
import { goodById } from '../../store/content.ts';
import { Glyph, Icon } from '../parts/icon.tsx';
import { useTexts } from '../use-texts.ts';

type Props = { readonly goods: GoodsPrice; readonly have: (good: string) => number; readonly content: Content };

/** What something takes, each with how much of it there is: enough is ticked, so that colour is not needed to tell. */
export function GoodsList({ goods, have, content }: Props) {
  const { t, integer, local } = useTexts();
  return (
    <ul className="takes">
      {goods.map(({ good, quantity }) => {
        const known = goodById(content, good);
        const there = have(good);
        const name = known === undefined ? good : local(known.name);
        return (
          <li key={good} className={there >= quantity ? 'takes__enough' : undefined}>
            <Icon good={known?.icon ?? 'basket'} size={24} />
            <span className="sr-only">
              {name}
              {': '}
            </span>
            <span className="num">
              {t('kitchen.of', { have: integer(Math.min(there, 999)), needed: integer(quantity) })}
            </span>
            {there >= quantity ? <Glyph name="check" size="s" /> : null}
          </li>
        );
      })}
    </ul>
  );
}
