import { useEffect } from 'react';
import { useSlice } from '../../ui/use-slice.ts';
import { useWords } from '../i18n/use-words.ts';
import type { PageProps } from '../pages.ts';
import { Answered } from '../parts/states.tsx';
import { Page } from '../shell/page.tsx';
import { goQuietly } from '../shell/route.ts';
import { chooseDraft, draftNow, draftsStore } from '../store/drafts.ts';
import { FieldsTab } from './fields/fields-tab.tsx';
import { DraftTab } from './preview/draft-tab.tsx';
import { NoDraft } from './preview/no-draft.tsx';
import { ProposalsPanel } from './publish/proposals-panel.tsx';
import { useDecide } from './publish/use-decide.ts';
import { RailsTab } from './rails/rails-editor.tsx';
import { ReleaseTabs, tabOf } from './release-tabs.tsx';
import { type Release, useRelease } from './use-release.ts';
import { VersionsTab } from './versions/versions-tab.tsx';

/** `#/draft/<id>/<tab>`: a draft against the live version, and everything that leads from one version to the next. */
export function DraftPage(props: PageProps) {
  const { t } = useWords();
  const { release, called } = useRelease();
  if (release !== null) return <Loaded {...props} release={release} />;
  return (
    <Page title={t('place.draft')}>
      <Answered called={called}>{() => null}</Answered>
    </Page>
  );
}

function Loaded({ rest: [id, word], query, release }: PageProps & { release: Release }) {
  const { t } = useWords();
  const chosen = useSlice(draftsStore, draftNow);
  const named = release.drafts.find((draft) => draft.id === id);
  const draft = named ?? chosen;
  const decide = useDecide(release.reload);
  const tab = tabOf(word);
  useEffect(() => {
    if (named !== undefined && named.id !== chosen?.id && named.state === 'open') chooseDraft(named.id);
  }, [named, chosen?.id]);
  const tabs = <ReleaseTabs tab={tab} draft={draft} release={release} />;
  if (tab === 'draft') {
    return draft === null ? (
      <NoDraft tabs={tabs} live={release.live} />
    ) : (
      <DraftTab key={draft.id} draft={draft} release={release} decide={decide} tabs={tabs} />
    );
  }
  const [from, to] = ends(query, draft?.id ?? null, release);
  return (
    <Page title={t(`release.tab.${tab}`)}>
      {tabs}
      {tab === 'fields' ? (
        <FieldsTab
          from={from}
          to={to}
          versions={release.versions}
          drafts={release.drafts.filter(({ state }) => state === 'open' || state === 'asked')}
          onPick={(a, b) => goQuietly(['draft', id ?? '-', 'fields'], { from: a, to: b })}
        />
      ) : tab === 'versions' ? (
        <VersionsTab versions={release.versions} live={release.live} more={release.older} onDone={release.reload} />
      ) : tab === 'rails' ? (
        <RailsTab />
      ) : (
        <ProposalsPanel proposals={release.proposals} decide={decide} />
      )}
    </Page>
  );
}

/** What is compared: as the address says, else the draft with what it forked from, else the last two versions. */
function ends(query: PageProps['query'], draft: string | null, { live, versions, drafts }: Release): [string, string] {
  const base = drafts.find(({ id }) => id === draft)?.base;
  const before = versions.find(({ number }) => number < live)?.number ?? live;
  const named = (end: string | undefined): string | undefined => (end === 'live' ? `v${live}` : end);
  const [from, to] = [named(query.from), named(query.to)];
  return [from ?? (base === undefined ? `v${before}` : `v${base}`), to ?? draft ?? `v${live}`];
}
