import type { PreviewView } from '@bloomvale/shared/operator/preview-api';
import { useEffect, useState } from 'react';
import { type Called, useCall } from '../../api/use-call.ts';

/** How often a running preview is asked for its progress: often enough for a bar that moves. */
const POLL_MS = 700;

export type DraftPreview = Called<{ readonly preview: PreviewView | null }> & { readonly preview: PreviewView | null };

/** The latest preview of a draft, followed while it runs. */
export function usePreview(draft: string): DraftPreview {
  const [running, setRunning] = useState(false);
  const called = useCall('latestPreview', { params: { id: draft } }, running ? POLL_MS : undefined);
  const preview = called.answer?.preview ?? null;
  useEffect(() => setRunning(preview?.state === 'running'), [preview?.state]);
  return { ...called, preview };
}
