import { useEffect, useState } from 'react';
import { netStore } from '../../store/net.ts';
import { pendingStore } from '../../store/pending.ts';
import { Banner } from '../parts/banner.tsx';
import { useSlice } from '../use-slice.ts';
import { useTexts } from '../use-texts.ts';

/** A drop that mends itself within this time is not worth a word. */
const PATIENCE_MS = 1_500;

/** Says that there is no connection, and that nothing is lost by it. */
export function NetBanner() {
  const { t } = useTexts();
  const away = useSlice(netStore, ({ status }) => status === 'offline' || status === 'reconnecting');
  const waiting = useSlice(pendingStore, ({ commands }) => commands.length);
  const [told, setTold] = useState(false);
  useEffect(() => {
    if (!away) {
      setTold(false);
      return;
    }
    const timer = setTimeout(() => setTold(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [away]);
  return (
    <div className="net-banner" role="status">
      {told ? (
        <Banner kind="offline" title={t('net.offline')}>
          {waiting === 0 ? t('net.offlineBody') : t('net.offlineWaiting', { count: waiting })}
        </Banner>
      ) : null}
    </div>
  );
}
