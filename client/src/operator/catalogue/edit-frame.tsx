import type { ReactNode } from 'react';
import { useSlice } from '../../ui/use-slice.ts';
import { Loading, Refused } from '../parts/states.tsx';
import { Page } from '../shell/page.tsx';
import { draftsStore } from '../store/drafts.ts';
import { useBlocked } from '../store/use-may.ts';
import { DraftAbout } from './draft-about.tsx';
import { DraftActions } from './draft-actions.tsx';
import { editorStore, type Open } from './editor/editor-store.ts';
import { MergeDialog } from './merge-dialog.tsx';
import { useOpen } from './use-open.ts';

type Props = { readonly title: string; readonly children: (open: Open, blocked: string | null) => ReactNode };

/** What every page that edits the catalogue has: the draft in its head, loading, refusals, the dialog for conflicts. */
export function EditFrame({ title, children }: Props) {
  const { open, retry } = useOpen();
  const refusal = useSlice(editorStore, (state) => state.refusal);
  const listing = useSlice(draftsStore, (state) => (state.drafts === null ? state.refusal : null));
  const blocked = useBlocked('editor');
  const failed = refusal ?? listing;
  return (
    <Page
      title={title}
      about={open === null ? null : <DraftAbout open={open} blocked={blocked} />}
      actions={open === null ? null : <DraftActions open={open} blocked={blocked} />}
    >
      {open !== null ? (
        children(open, blocked)
      ) : failed !== null ? (
        <Refused refusal={failed} onRetry={retry} />
      ) : (
        <Loading onRetry={retry} />
      )}
      <MergeDialog />
    </Page>
  );
}
