import { type RefObject, useEffect } from 'react';
import { OPEN_INSET, uiStore } from '../../store/ui.ts';

/** Air between the world's subject and what covers the lower edge, CSS pixels. */
const GAP_PX = 8;

/** While `cover` lies over the lower part of the world, the camera keeps what it shows in the rest. */
export function useLowerCover(cover: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = cover.current;
    if (element === null) return;
    const measure = (): void => {
      const bottom = Math.max(OPEN_INSET.bottom, innerHeight - element.offsetTop + GAP_PX);
      uiStore.setState({ inset: { ...OPEN_INSET, bottom: Math.round(bottom) } });
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
