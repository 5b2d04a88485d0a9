import { type RefObject, useEffect } from 'react';
import { OPEN_INSET, uiStore } from '../../store/ui.ts';

/** Air between the world's subject and what covers the lower edge, CSS pixels. */
const GAP_PX = 8;
/** Beyond these shares of the window it stands at the right of the world, as on a phone on its side (garden.css). */
const TALL = 0.7;
const RIGHT = 0.4;

/** While `cover` lies over the lower part of the world, or at its right, the camera keeps what it shows in the rest. */
export function useLowerCover(cover: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = cover.current;
    if (element === null) return;
    const measure = (): void => {
      const { offsetLeft, offsetTop, offsetHeight } = element;
      const bottom = Math.max(OPEN_INSET.bottom, innerHeight - offsetTop + GAP_PX);
      const beside = offsetHeight > innerHeight * TALL && offsetLeft > innerWidth * RIGHT;
      uiStore.setState({
        inset: beside
          ? { ...OPEN_INSET, right: innerWidth - offsetLeft + GAP_PX }
          : { ...OPEN_INSET, bottom: Math.round(bottom) },
      });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    addEventListener('resize', measure);
    return () => {
      observer.disconnect();
      removeEventListener('resize', measure);
      uiStore.setState({ inset: OPEN_INSET });
    };
  }, [cover]);
}
