import type { CommandType } from '@bloomvale/shared/protocol/commands';
import type { CommandReply } from '@bloomvale/shared/protocol/replies';
import { useState } from 'react';
import { type Ask, actions } from '../../store/actions.ts';
import { keepFocus } from '../use-focus-home.ts';

export type Act = {
  /** What was pressed last and is not answered yet. */
  readonly busy: string | null;
  /** Sends a command under a name of the caller's, one at a time. Refusals are told by a toast. */
  readonly run: <T extends CommandType>(name: string, type: T, ask: Ask<T>) => Promise<CommandReply<T> | null>;
};

/** Buttons of a list that each send a command: the pressed one shows that it works, and the focus stays when its row goes. */
export function useAct(): Act {
  const [busy, setBusy] = useState<string | null>(null);
  return {
    busy,
    run: async (name, type, ask) => {
      if (busy !== null) return null;
      setBusy(name);
      const reply = await actions().command(type, ask);
      setBusy(null);
      keepFocus();
      return reply;
    },
  };
}
