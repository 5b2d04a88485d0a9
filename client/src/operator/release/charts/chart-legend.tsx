import { useWords } from '../../i18n/use-words.ts';

type Props = {
  readonly live: number;
  readonly draft: number;
  /** `bands` also names the band and what is allowed; `bars` shows the marks of a histogram. */
  readonly kind: 'bands' | 'bars';
};

/** Marks beside their words: every series has its own line, mark and fill, not only its colour. */
export function ChartLegend({ live, draft, kind }: Props) {
  const { t } = useWords();
  const names = [t('preview.legend.live', { n: live }), t('preview.legend.draft', { n: draft })];
  return (
    <ul className="legend">
      <li>
        {kind === 'bands' ? <LiveLine /> : <LiveBar />} {names[0]}
      </li>
      <li>
        {kind === 'bands' ? <DraftLine /> : <DraftBar />} {names[1]}
      </li>
      {kind === 'bars' ? null : (
        <>
          <li>
            <svg width="20" height="12" aria-hidden="true">
              <rect width="20" height="12" fill="var(--c-live)" opacity=".17" />
            </svg>
            {t('preview.legend.band')}
          </li>
          <li>
            <svg width="20" height="12" aria-hidden="true">
              <rect className="band__allowed" width="20" height="12" />
              <path className="band__bound" d="M0 1H20M0 11H20" />
            </svg>
            {t('preview.legend.allowed')}
          </li>
        </>
      )}
    </ul>
  );
}

const LiveLine = () => (
  <svg width="30" height="14" aria-hidden="true">
    <path d="M0 7H30" stroke="var(--c-live)" strokeWidth="3" />
    <circle cx="15" cy="7" r="5" fill="var(--c-live)" />
  </svg>
);
const DraftLine = () => (
  <svg width="30" height="14" aria-hidden="true">
    <path d="M0 7H30" stroke="var(--c-draft)" strokeWidth="3" strokeDasharray="6 4" />
    <rect x="10" y="2" width="10" height="10" fill="var(--c-draft)" />
  </svg>
);
const LiveBar = () => (
  <svg width="14" height="14" aria-hidden="true">
    <rect width="14" height="14" fill="var(--c-live)" />
  </svg>
);
const DraftBar = () => (
  <svg width="14" height="14" aria-hidden="true">
    <rect x="1.5" y="1.5" width="11" height="11" fill="var(--card)" stroke="var(--c-draft)" strokeWidth="2.5" />
  </svg>
);
