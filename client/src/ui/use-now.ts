import { useEffect, useState } from 'react';
import { serverNow } from '../store/net.ts';

/** The server's clock, renewed every `everyMs` while mounted; 0 stops it. One timer a component, none while the tab is hidden. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    if (everyMs === 0) return;
    const tick = () => {
      if (document.visibilityState === 'visible') setNow(serverNow());
    };
    tick();
    const timer = setInterval(tick, everyMs);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [everyMs]);
  return now;
}
