import type { LoanCard as Loan } from '@bloomvale/shared/protocol/views';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { LoanCard } from './loan-card.tsx';

type Props = { readonly loans: readonly Loan[]; readonly now: number; readonly share: number };

/** Up to so many cards are simply drawn: they can all be found by the browser's own search. */
const DRAWN_WHOLE = 60;
/** As in hall.css: the narrowest card (it grows with the text), the gap between two, and from which width on there is more than one column. */
const LEAST_CARD_REM = 16.125;
const GAP_PX = 12;
const ONE_COLUMN_BELOW_PX = 720;
/** A card's usual height; each row is measured once it is drawn. */
const USUAL_ROW_PX = 440;
const ROWS_BEYOND = 2;

/** Cards of the Lending Hall. Arrow keys lead from card to card; a long list draws only what is near the window. */
export function LoanList(props: Props) {
  return props.loans.length <= DRAWN_WHOLE ? <Whole {...props} /> : <Windowed {...props} />;
}

const LINK = 'h3 a';

/** The card next to the focused one in the pressed direction; the position is asked of the screen, so it holds for any number of columns. */
function followArrow(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 0, ArrowUp: 0 }[event.key];
  const target = event.target as HTMLElement;
  if (step === undefined || !target.matches(LINK)) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>(LINK)];
  const at = links.indexOf(target);
  const next = step !== 0 ? links[at + step] : below(links, target, event.key === 'ArrowDown');
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

function below(links: readonly HTMLElement[], from: HTMLElement, down: boolean): HTMLElement | undefined {
  const { left, top } = from.getBoundingClientRect();
  const nearly = leastCard() / 2;
  const rest = links.filter((link) => {
    const box = link.getBoundingClientRect();
    return Math.abs(box.left - left) < nearly && (down ? box.top > top + GAP_PX : box.top < top - GAP_PX);
  });
  return down ? rest[0] : rest.at(-1);
}

function Whole({ loans, now, share }: Props) {
  return (
    <ul className="loans" onKeyDown={followArrow}>
      {loans.map((loan) => (
        <LoanCard key={loan.id} loan={loan} now={now} share={share} />
      ))}
    </ul>
  );
}

/** In pixels, at the player's own text size. */
const leastCard = (): number => LEAST_CARD_REM * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

function useColumns(list: RefObject<HTMLElement | null>): { readonly columns: number; readonly top: number } {
  const [room, setRoom] = useState({ columns: 1, top: 0 });
  useLayoutEffect(() => {
    const { current } = list;
    if (current === null) return;
    const measure = (): void => {
      const { width, top } = current.getBoundingClientRect();
      const columns =
        window.innerWidth < ONE_COLUMN_BELOW_PX
          ? 1
          : Math.max(1, Math.floor((width + GAP_PX) / (leastCard() + GAP_PX)));
      setRoom({ columns, top: top + window.scrollY });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [list]);
  return room;
}

function Windowed({ loans, now, share }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const { columns, top } = useColumns(list);
  const rows = useWindowVirtualizer({
    count: Math.ceil(loans.length / columns),
    estimateSize: () => USUAL_ROW_PX + GAP_PX,
    overscan: ROWS_BEYOND,
    scrollMargin: top,
    gap: GAP_PX,
  });
  // Another filter or sort is another list: heights measured for the old one do not count.
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew when the list or its columns change
  useEffect(() => rows.measure(), [loans, columns]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys only move between the links inside
    <div ref={list} className="loans-window" style={{ height: `${rows.getTotalSize()}px` }} onKeyDown={followArrow}>
      {rows.getVirtualItems().map((row) => {
        const first = row.index * columns;
        return (
          <ul
            key={row.key}
            ref={rows.measureElement}
            data-index={row.index}
            className="loans"
            style={{ transform: `translateY(${row.start - rows.options.scrollMargin}px)` }}
          >
            {loans.slice(first, first + columns).map((loan, i) => (
              <LoanCard key={loan.id} loan={loan} now={now} share={share} at={first + i + 1} of={loans.length} />
            ))}
          </ul>
        );
      })}
    </div>
  );
}
