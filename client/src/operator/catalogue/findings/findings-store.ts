import { catalogueDiff } from '@bloomvale/shared/catalogue/catalogue-diff';
import type { Finding } from '@bloomvale/shared/catalogue/finding';
import { createSlice } from '../../../store/slice.ts';
import { editorStore, type Open } from '../editor/editor-store.ts';
import type { FromWorker, ToWorker } from './judge.ts';

export type Findings = {
  /** Of the state they were found in, which may be a moment ago; null before the first. */
  readonly findings: readonly Finding[] | null;
  /** By `section id`; the id is empty for a part. */
  readonly byEntry: ReadonlyMap<string, readonly Finding[]>;
};
const NONE: Findings = { findings: null, byEntry: new Map() };
export const findingsStore = createSlice<Findings>(NONE);
export const entryKey = (section: string, id: string | null): string => `${section} ${id ?? ''}`;

/** Typing goes on meanwhile: judging begins once it pauses. */
const PAUSE_MS = 250;

/** Judges what is open while it is edited, beside the page's thread. @returns what stops it. */
export function followFindings(): () => void {
  let stop: (() => void) | null = null;
  let wanted = true;
  // Without it the server's findings, which are asked for before a draft is published, still stand.
  void import('./judge.ts')
    .then(({ JUDGE_URL }) => {
      if (wanted) stop = judgeBy(new Worker(JUDGE_URL, { type: 'module' }));
    })
    .catch(() => undefined);
  return () => {
    wanted = false;
    stop?.();
    findingsStore.setState(NONE);
  };
}

function judgeBy(worker: Worker): () => void {
  const send = (message: ToWorker): void => worker.postMessage(message);
  let run = 0;
  let judged: unknown = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let key: string | null = null;
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    // Something was typed meanwhile: the next answer is on its way.
    if (data.run !== run) return;
    const byEntry = Map.groupBy(data.findings, ({ section, id }) => entryKey(section, id));
    findingsStore.setState({ findings: data.findings, byEntry });
  });
  const judge = (open: Open): void => {
    if (judged === open.editor.now) return;
    judged = open.editor.now;
    run += 1;
    send({ kind: 'judge', run, changes: catalogueDiff(open.editor.live, open.editor.now) });
  };
  const follow = (open: Open | null): void => {
    clearTimeout(timer);
    if (open === null) return;
    if (open.key !== key) {
      key = open.key;
      judged = null;
      findingsStore.setState(NONE);
      send({ kind: 'open', live: open.editor.live });
      judge(open);
    } else timer = setTimeout(judge, PAUSE_MS, open);
  };
  const unfollow = editorStore.subscribe((state) => state.open, follow);
  follow(editorStore.getState().open);
  return () => {
    unfollow();
    clearTimeout(timer);
    worker.terminate();
  };
}
