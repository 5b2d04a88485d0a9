import type { Content } from '@bloomvale/shared/content/content';
import { goodById } from '../../store/content.ts';
import { salesStore } from '../../store/room.ts';
import { Icon } from '../parts/icon.tsx';
import { useSlice } from '../use-slice.ts';
import { useTexts } from '../use-texts.ts';

/** What was sold since the page was opened, newest first. */
export function Sales({ content }: { content: Content }) {
  const { t, coins, integer, local, time } = useTexts();
  const lines = useSlice(salesStore, (sales) => sales.lines);
  const earned = useSlice(salesStore, (sales) => sales.earned);
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="sales-title">
      <h3 id="sales-title" className="row row--between">
        {t('stall.sales')} <span className="num gain">+{coins(earned)}</span>
      </h3>
      <ul className="sales">
        {lines.map((line) => {
          const good = goodById(content, line.good);
          return (
            <li key={line.key}>
              <Icon good={good?.icon ?? 'basket'} size={24} />
              <span>
                {integer(line.quantity)} {good === undefined ? line.good : local(good.name)}
              </span>
              <time dateTime={new Date(line.at).toISOString()} className="muted">
                {time(line.at)}
              </time>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
