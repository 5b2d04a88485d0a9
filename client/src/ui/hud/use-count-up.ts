import { useEffect, useRef, useState } from 'react';
import { motionReduced } from '../../store/settings.ts';

const COUNT_MS = 600;

/** A number that runs to its new value, so that coins are seen to arrive. Jumps at once when motion is to be spared. */
export function useCountUp(target: number): number {
  const [shown, setShown] = useState(target);
  const from = useRef(target);
  useEffect(() => {
    const start = from.current;
    if (start === target) return;
    if (motionReduced() || document.visibilityState === 'hidden') {
      from.current = target;
      setShown(target);
      return;
    }
    const began = performance.now();
    let frame = 0;
    const step = (at: number): void => {
      const share = Math.min(1, (at - began) / COUNT_MS);
      const eased = 1 - (1 - share) ** 3;
      from.current = Math.round(start + (target - start) * eased);
      setShown(from.current);
      if (share < 1) frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  }, [target]);
  return shown;
}
