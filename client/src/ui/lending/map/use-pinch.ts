import { type RefObject, useEffect } from 'react';

/** Two fingers must move apart or together by this share of their distance for one step of zoom. */
const STEP = 1.35;

/** Pinching as an extra: the buttons do the same. One step at a time, so that the map is drawn anew and never scaled. */
export function usePinch(frame: RefObject<HTMLElement | null>, zoom: (by: number) => void): void {
  useEffect(() => {
    const { current } = frame;
    if (current === null) return;
    let from = 0;
    const spread = ({ touches }: TouchEvent): number => {
      const [a, b] = touches;
      return a === undefined || b === undefined ? 0 : Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
    };
    const start = (event: TouchEvent): void => {
      from = event.touches.length === 2 ? spread(event) : 0;
    };
    const move = (event: TouchEvent): void => {
      if (event.touches.length !== 2 || from === 0) return;
      event.preventDefault();
      const now = spread(event);
      if (now > from * STEP) zoom(1);
      else if (now < from / STEP) zoom(-1);
      else return;
      from = now;
    };
    current.addEventListener('touchstart', start, { passive: true });
    current.addEventListener('touchmove', move, { passive: false });
    return () => {
      current.removeEventListener('touchstart', start);
      current.removeEventListener('touchmove', move);
    };
  }, [frame, zoom]);
}
