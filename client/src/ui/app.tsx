import { lazy, Suspense, useEffect } from 'react';
import { inArea } from '../i18n/i18n.ts';
import { netStore } from '../store/net.ts';
import { playerStore } from '../store/player.ts';
import { reportStore } from '../store/report.ts';
import { type Panel, uiStore } from '../store/ui.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { NetBanner } from './hud/net-banner.tsx';
import { NoticeBanner } from './hud/notice-banner.tsx';
import { Toasts } from './hud/toasts.tsx';
import { followKeys } from './keys/follow-keys.ts';
import { followRoute } from './navigation/route-sync.ts';
import { Prepared, prepare } from './prepared.tsx';
import { Title } from './title/title.tsx';
import { useSlice } from './use-slice.ts';

// What is needed to play comes while the title is read; it stands there whole with the first press.
const play = prepare(async () => (await import('./hud/play.tsx')).Play);
const cropTray = prepare(async () => (await import('./garden/crop-tray.tsx')).CropTray);
const stallPanel = prepare(async () => (await import('./stall/stall-panel.tsx')).StallPanel);
export const fetchPlayParts = async (): Promise<void> => {
  await Promise.all([play, cropTray, stallPanel].map((part) => part.fetch()));
};
// The pages are chunks of their own: the title and the world do not wait for them.
const Hall = lazy(() => inArea('lending', async () => ({ default: (await import('./lending/hall/hall.tsx')).Hall })));
const FamilyRoom = lazy(() =>
  inArea('growing', async () => ({ default: (await import('./growing/family-room.tsx')).FamilyRoom })),
);
const BorrowRoom = lazy(() =>
  inArea('growing', async () => ({ default: (await import('./growing/borrow-room.tsx')).BorrowRoom })),
);
const ShopPanel = lazy(() =>
  inArea('growing', async () => ({ default: (await import('./growing/shop-panel.tsx')).ShopPanel })),
);
const LettersRoom = lazy(() =>
  inArea('growing', async () => ({ default: (await import('./growing/letters-room.tsx')).LettersRoom })),
);
const AlbumRoom = lazy(() =>
  inArea('growing', async () => ({ default: (await import('./growing/album-room.tsx')).AlbumRoom })),
);
const PollinationPanel = lazy(() =>
  inArea('growing', async () => ({ default: (await import('./growing/pollination-panel.tsx')).PollinationPanel })),
);
const MapRoom = lazy(() =>
  inArea('lending', async () => ({ default: (await import('./lending/map/map-room.tsx')).MapRoom })),
);
const Glossary = lazy(() =>
  inArea('lending', async () => ({ default: (await import('./info/glossary.tsx')).Glossary })),
);
const LoanRoom = lazy(() =>
  inArea('lending', async () => ({ default: (await import('./lending/loan/loan-room.tsx')).LoanRoom })),
);
const Portfolio = lazy(() =>
  inArea('lending', async () => ({ default: (await import('./lending/portfolio/portfolio.tsx')).Portfolio })),
);
const Statement = lazy(() =>
  inArea('lending', async () => ({ default: (await import('./lending/portfolio/statement.tsx')).Statement })),
);
const Help = lazy(async () => ({ default: (await import('./info/help.tsx')).Help }));
const DocumentRoom = lazy(async () => ({ default: (await import('./info/document-room.tsx')).DocumentRoom }));
const ComputedRoom = lazy(() =>
  inArea('lending', async () => ({ default: (await import('./info/computed-room.tsx')).ComputedRoom })),
);
const SettingsPanel = lazy(async () => ({ default: (await import('./account/settings-panel.tsx')).SettingsPanel }));
const AccountPanel = lazy(async () => ({ default: (await import('./account/account-panel.tsx')).AccountPanel }));
const PersonPanel = lazy(async () => ({ default: (await import('./people/person-panel.tsx')).PersonPanel }));
const Stopped = lazy(async () => ({ default: (await import('./hud/stopped.tsx')).Stopped }));
const Report = lazy(async () => ({ default: (await import('./report/report.tsx')).Report }));

/** Panels that may be read before one plays. */
const PUBLIC: readonly Panel['kind'][] = ['computed', 'glossary', 'privacy', 'terms', 'credits', 'help'];
/** Panels that fill the page: what stands over the world is not drawn under them. */
const PAGES: readonly Panel['kind'][] = [
  'family',
  'borrow',
  'letters',
  'album',
  'hall',
  'map',
  'loan',
  'portfolio',
  'statement',
  'computed',
  'glossary',
  'help',
  'credits',
  'privacy',
  'terms',
];

function PanelView({ panel }: { panel: Panel }) {
  switch (panel.kind) {
    case 'crops':
      return <Prepared part={cropTray} given={{}} />;
    case 'stall':
      return <Prepared part={stallPanel} given={{ tab: panel.tab ?? 'stall' }} />;
    case 'family':
      return <FamilyRoom />;
    case 'borrow':
      return <BorrowRoom />;
    case 'shop':
      return <ShopPanel key={panel.loanId} loanId={panel.loanId} />;
    case 'letters':
      return <LettersRoom />;
    case 'album':
      return <AlbumRoom />;
    case 'pollination':
      return <PollinationPanel />;
    case 'hall':
      return <Hall />;
    case 'map':
      return <MapRoom />;
    case 'computed':
      return <ComputedRoom />;
    case 'glossary':
      return <Glossary />;
    case 'loan':
      return <LoanRoom key={panel.loanId} loanId={panel.loanId} />;
    case 'portfolio':
      return <Portfolio />;
    case 'statement':
      return <Statement />;
    case 'person':
      return <PersonPanel key={panel.id} id={panel.id} />;
    case 'settings':
      return <SettingsPanel />;
    case 'account':
      return <AccountPanel />;
    case 'help':
      return <Help />;
    default:
      return <DocumentRoom key={panel.kind} name={panel.kind} />;
  }
}

export function App() {
  const playing = useSlice(playerStore, (player) => player.phase === 'playing');
  const panel = useSlice(uiStore, (ui) => ui.panel);
  const stopped = useSlice(netStore, (net) => net.stopped);
  const report = useSlice(reportStore, (state) => state.report);
  useEffect(() => followKeys(), []);
  useEffect(() => followRoute(), []);
  const allowed = panel !== null && (playing || PUBLIC.includes(panel.kind)) ? panel : null;
  const page = allowed !== null && PAGES.includes(allowed.kind);
  return (
    <ErrorBoundary>
      {page ? null : playing ? (
        <Suspense fallback={null}>
          <Prepared part={play} given={{}} />
        </Suspense>
      ) : (
        <Title />
      )}
      <Suspense fallback={null}>{allowed === null ? null : <PanelView panel={allowed} />}</Suspense>
      {playing && report !== null && !page ? (
        <Suspense fallback={null}>
          <Report report={report} />
        </Suspense>
      ) : null}
      <NetBanner />
      {playing ? <NoticeBanner /> : null}
      <Toasts />
      {stopped === null ? null : (
        <Suspense fallback={null}>
          <Stopped reason={stopped} />
        </Suspense>
      )}
    </ErrorBoundary>
  );
}
