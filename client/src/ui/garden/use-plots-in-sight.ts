import { type RefObject, useEffect } from 'react';
import { roomStore } from '../../store/room.ts';
import { type Highlight, OPEN_INSET, uiStore } from '../../store/ui.ts';

/** Air between the plots and what covers the lower edge, CSS pixels. */
const GAP_PX = 8;

/** The middle one of the plots that can be planted, or of all when none is bare. */
function plotToShow(): Highlight | null {
  const { plotCount, plots } = roomStore.getState();
  const all = Array.from({ length: plotCount }, (_, plot) => plot);
  const bare = all.filter((plot) => plots[plot] === undefined);
  const shown = bare.length > 0 ? bare : all;
  const plot = shown[Math.floor(shown.length / 2)];
  return plot === undefined ? null : { kind: 'plot', plot };
}

/** While `cover` lies over the lower part of the world, the camera keeps the plots in what is left above it. */
export function usePlotsInSight(cover: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = cover.current;
    if (element === null) return;
    const measure = (): void => {
      const bottom = Math.max(OPEN_INSET.bottom, innerHeight - element.offsetTop + GAP_PX);
      uiStore.setState({ inset: { ...OPEN_INSET, bottom: Math.round(bottom) } });
    };
    measure();
    const focus = uiStore.getState().focus ?? plotToShow();
    uiStore.setState({ focus });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    addEventListener('resize', measure);
    return () => {
      observer.disconnect();
      removeEventListener('resize', measure);
      uiStore.setState((state) => ({ inset: OPEN_INSET, focus: state.focus === focus ? null : state.focus }));
    };
  }, [cover]);
}
