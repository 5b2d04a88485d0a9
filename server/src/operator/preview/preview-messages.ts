import type { Content } from '@bloomvale/shared/content/content';
import type { RunFigures } from '../../domain/preview/preview-record.ts';
import type { LenderStyle, PreviewSettings } from '../../domain/preview/preview-settings.ts';

/** What a thread is started with. */
export type PreviewOrder = {
  /** Catalogues that are played by the same luck. */
  readonly contents: readonly Content[];
  readonly styles: readonly LenderStyle[];
  readonly settings: PreviewSettings;
};

/** Runs `from` to `to` - 1 of every catalogue, please. */
export type RunsWanted = { readonly from: number; readonly to: number };
/** Figures of the runs, in their order; a run's own by catalogue. */
export type RunsDone = RunsWanted & { readonly runs: readonly (readonly RunFigures[])[] };
