import type { PREVIEW_API } from '@bloomvale/shared/operator/preview-api';
import { ok } from '@bloomvale/shared/result';
import type { ConsoleDesk } from '../../application/console/console-desk.ts';
import { whoOf } from '../../application/proposals/operator.ts';
import type { PreviewDesk } from '../preview/preview-desk.ts';
import type { HandlersOf } from './handlers.ts';

/** Previews and the bounds they are judged by. */
export function previewHandlers(desk: PreviewDesk, rails: ConsoleDesk): HandlersOf<typeof PREVIEW_API> {
  return {
    startPreview: ({ caller, body }) => desk.start(body, whoOf(caller.operator)),
    preview: async ({ params }) => desk.get(params.id),
    latestPreview: async ({ params }) => ok({ preview: desk.latest(params.id) }),
    cancelPreview: async ({ params }) => desk.cancel(params.id),
    rails: async () => ok({ rails: await rails.rails() }),
    setRails: async ({ caller, body }) => {
      const set = await rails.setRails(caller.operator, body.rails, body.reason);
      return set.ok ? ok({ rails: set.value }) : set;
    },
  };
}
