import { useId } from 'react';
import { useTexts } from '../../use-texts.ts';

/** Bars beyond these are one bar "others". */
const MOST_BARS = 5;

/** Parts of what is still out, largest first, each with its name and number in text: the bar only repeats it. */
export function ShareBars({ title, sums }: { title: string; sums: ReadonlyMap<string, number> }) {
  const { t, percent } = useTexts();
  const id = useId();
  const total = [...sums.values()].reduce((sum, value) => sum + value, 0);
  const sorted = [...sums].sort((a, b) => b[1] - a[1]);
  const first = sorted.slice(0, sorted.length > MOST_BARS ? MOST_BARS - 1 : MOST_BARS);
  const rest = sorted.slice(first.length);
  const bars = first.map(([name, value]) => ({ name, share: value / total }));
  if (rest.length > 0) {
    const others = rest.reduce((sum, [, value]) => sum + value, 0);
    bars.push({ name: t('portfolio.others', { count: rest.length }), share: others / total });
  }
  return (
    <section className="box" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="share-bars">
        {bars.map((bar) => (
          <li key={bar.name}>
            <span>{bar.name}</span>
            <span className="share-bars__track" aria-hidden="true">
              <i style={{ width: `${bar.share * 100}%` }} />
            </span>
            <span className="num">{percent(Math.round(bar.share * 100) / 100)}</span>
          </li>
        ))}
      </ul>
      <p className="hint">{t('portfolio.spread')}</p>
    </section>
  );
}
