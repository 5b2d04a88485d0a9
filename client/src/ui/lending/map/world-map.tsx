import type { WorldView } from '@bloomvale/shared/protocol/lending-views';
import type { LoanCard } from '@bloomvale/shared/protocol/views';
import { type KeyboardEvent, type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { contentStore } from '../../../store/content.ts';
import { IconButton } from '../../parts/icon-button.tsx';
import { useSlice } from '../../use-slice.ts';
import { useTexts } from '../../use-texts.ts';
import { type Cluster, clustersOf, type Direction, nearest, type Pin } from './clusters.ts';
import { Land } from './land-picture.tsx';
import { MapPin } from './map-pin.tsx';
import { MAP_HEIGHT, MAP_WIDTH, project } from './projection.ts';
import { usePinch } from './use-pinch.ts';

type Props = {
  readonly pins: readonly Pin[];
  readonly world: WorldView | null;
  readonly chosen: readonly LoanCard[];
  readonly onChoose: (loans: readonly LoanCard[]) => void;
};

/** A finger's width between two pins, CSS px. */
const LEAST_PX = 46;
const ZOOMS = [1, 1.6, 2.6, 4] as const;
/** A phone begins with a map that is wider than its window: Africa and Asia at a size one can press. */
const LEAST_WIDTH_PX = 760;
/** What a small window shows first, as a share of the map's width. */
const FIRST_AT = 0.56;

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return;
    const observer = new ResizeObserver(() => setWidth(current.clientWidth));
    setWidth(current.clientWidth);
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

/** Land with its lit places, and a button for each loan. It scrolls like any page: by finger, wheel, and to whatever has the focus. */
export function WorldMap({ pins, world, chosen, onChoose }: Props) {
  const { t } = useTexts();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const [step, setStep] = useState(0);
  const inner = Math.max(width, LEAST_WIDTH_PX) * (ZOOMS[step] ?? 1);
  const marks = useMemo(() => clustersOf(pins, (LEAST_PX / Math.max(1, inner)) * MAP_WIDTH), [pins, inner]);
  const lit = useLit(world);
  const zoom = (by: number): void => setStep((now) => Math.min(ZOOMS.length - 1, Math.max(0, now + by)));
  usePinch(frame, zoom);
  useKeepCentre(frame, inner);
  const follow = (event: KeyboardEvent<HTMLElement>): void => {
    const direction = DIRECTIONS[event.key];
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('.map-pin')];
    const at = buttons.indexOf(event.target as HTMLElement);
    if (direction === undefined || at < 0) return;
    event.preventDefault();
    buttons[nearest(marks, at, direction)]?.focus();
  };
  return (
    <div className="map">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot scroll */}
      <div ref={frame} className="map__frame" role="group" aria-label={t('map.label')} tabIndex={0} onKeyDown={follow}>
        <div className="map__plane" style={{ width: `${inner}px`, aspectRatio: `${MAP_WIDTH} / ${MAP_HEIGHT}` }}>
          <Land lit={lit} />
          {marks.map((mark) => (
            <MapPin
              key={mark.pins.map(({ loan }) => loan.id).join(' ')}
              mark={mark}
              chosen={isChosen(mark, chosen)}
              onChoose={() => onChoose(mark.pins.map(({ loan }) => loan))}
            />
          ))}
        </div>
      </div>
      <div className="map__zoom">
        <IconButton
          label={t('map.in')}
          glyph="plus"
          aria-disabled={step === ZOOMS.length - 1}
          onClick={() => zoom(1)}
        />
        <IconButton label={t('map.out')} glyph="minus" aria-disabled={step === 0} onClick={() => zoom(-1)} />
      </div>
    </div>
  );
}

const isChosen = (mark: Cluster, chosen: readonly LoanCard[]): boolean =>
  chosen.length > 0 && mark.pins.some(({ loan }) => loan.id === chosen[0]?.id);

/** Middle of each country in which a loan was funded: the mean of where its people live. */
function useLit(world: WorldView | null): readonly (readonly [x: number, y: number])[] {
  const people = useSlice(contentStore, ({ content }) => content?.entrepreneurs ?? null);
  return useMemo(() => {
    const funded = new Set(world?.countries.filter((one) => one.funded > 0).map((one) => one.country));
    const sums = new Map<string, { x: number; y: number; n: number }>();
    for (const { country, longitude, latitude } of people ?? []) {
      if (!funded.has(country)) continue;
      const [x, y] = project(longitude, latitude);
      const sum = sums.get(country) ?? { x: 0, y: 0, n: 0 };
      sums.set(country, { x: sum.x + x, y: sum.y + y, n: sum.n + 1 });
    }
    return [...sums.values()].map(({ x, y, n }) => [x / n, y / n] as const);
  }, [world, people]);
}

/** What was in the middle stays there when the map grows or shrinks. */
function useKeepCentre(frame: RefObject<HTMLDivElement | null>, inner: number): void {
  const before = useRef(0);
  useLayoutEffect(() => {
    const { current } = frame;
    if (current === null || inner === before.current) return;
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = current;
    const ratio = before.current === 0 ? 1 : inner / before.current;
    const middle = before.current === 0 ? inner * FIRST_AT : (scrollLeft + clientWidth / 2) * ratio;
    current.scrollTo({
      left: middle - clientWidth / 2,
      top: (scrollTop + clientHeight / 2) * ratio - clientHeight / 2,
      behavior: 'instant',
    });
    before.current = current.clientWidth === 0 ? 0 : inner;
  }, [frame, inner]);
}
