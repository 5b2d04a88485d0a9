import type { DraftView, VersionView } from '@bloomvale/shared/operator/catalogue-api';
import type { Proposal } from '@bloomvale/shared/operator/release-api';
import { useEffect, useState } from 'react';
import { useSlice } from '../../ui/use-slice.ts';
import { call } from '../api/client.ts';
import { useCall } from '../api/use-call.ts';
import { draftsStore, loadDrafts } from '../store/drafts.ts';
import { sessionStore } from '../store/session.ts';

/** How often one looks whether somebody else has approved, published or refused, ms. */
const EVERY_MS = 10_000;

export type Release = {
  readonly live: number;
  readonly versions: readonly VersionView[];
  /** Fetches older versions; null when there are none. */
  readonly older: (() => void) | null;
  readonly proposals: readonly Proposal[];
  readonly drafts: readonly DraftView[];
  readonly reload: () => void;
};

/** Versions, requests and drafts, kept up to date while the page is in sight; null until they are here. */
export function useRelease(): {
  readonly release: Release | null;
  readonly called: ReturnType<typeof useCall<'versions'>>;
} {
  const versions = useCall('versions', { query: {} }, EVERY_MS);
  const proposals = useCall('proposals', {}, EVERY_MS);
  const drafts = useSlice(draftsStore, (state) => state.drafts);
  const known = useSlice(sessionStore, ({ me }) => me?.liveVersion ?? 0);
  const [more, setMore] = useState<readonly VersionView[]>([]);
  const [ended, setEnded] = useState(false);
  const live = versions.answer?.live ?? known;
  useEffect(() => {
    // Another version went live: the drafts may have become out of date.
    if (live > 0) void loadDrafts();
  }, [live]);
  if (versions.answer === null) return { release: null, called: versions };
  const first = versions.answer.versions;
  const oldest = more.at(-1)?.number ?? first.at(-1)?.number ?? 1;
  const older = async (): Promise<void> => {
    const answer = await call('versions', { query: { before: oldest } });
    if (!answer.ok) return;
    setEnded(answer.value.versions.length === 0);
    setMore([...more, ...answer.value.versions]);
  };
  return {
    called: versions,
    release: {
      live,
      // A new version pushes the last of the first page into what was fetched before.
      versions: [...first, ...more.filter(({ number }) => number < (first.at(-1)?.number ?? 0))],
      older: ended || oldest <= 1 ? null : () => void older(),
      proposals: proposals.answer?.proposals ?? [],
      drafts: drafts ?? [],
      reload: () => {
        versions.reload();
        proposals.reload();
        void loadDrafts();
      },
    },
  };
}
