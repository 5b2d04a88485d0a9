import type { EndpointName } from '@bloomvale/shared/operator/api';
import type { Proposal } from '@bloomvale/shared/operator/release-api';
import { useAct } from '../../api/use-act.ts';
import { useWords } from '../../i18n/use-words.ts';
import { ask } from '../../parts/ask.tsx';
import { loadDrafts } from '../../store/drafts.ts';
import { refreshSession } from '../../store/session.ts';
import { tell } from '../../store/toasts.ts';
import { proposalTitle } from './proposal-words.ts';

export type Decide = {
  readonly busy: EndpointName | null;
  readonly approve: (proposal: Proposal) => void;
  readonly refuse: (proposal: Proposal) => void;
  readonly withdraw: (proposal: Proposal) => void;
};

/** Deciding about what was asked for; `after` hears that something has changed, also when somebody else was quicker. */
export function useDecide(after: () => void): Decide {
  const words = useWords();
  const { t } = words;
  const { busy, act } = useAct();
  const done = (said: string | null): void => {
    if (said !== null) tell({ text: said });
    // Another version may be live now, and the draft closed.
    void refreshSession();
    void loadDrafts();
    after();
  };
  return {
    busy,
    approve: async (proposal) => {
      const title = proposalTitle(proposal, words);
      const sure = await ask({ title: t('release.approveTitle'), body: title, act: t('release.approve') });
      if (sure === null) return;
      const answer = await act('approve', { params: { id: proposal.id }, body: {} });
      done(answer?.ok === true ? t(`release.came.${answer.value.state}`) : null);
    },
    refuse: async (proposal) => {
      const reason = await ask({
        title: t('release.refuseTitle'),
        body: proposalTitle(proposal, words),
        act: t('release.refuse'),
        reason: true,
      });
      if (reason === null) return;
      const answer = await act('refuse', { params: { id: proposal.id }, body: { reason } });
      done(answer?.ok === true ? t('release.came.refused') : null);
    },
    withdraw: async (proposal) => {
      const sure = await ask({
        title: t('release.withdrawTitle'),
        body: proposalTitle(proposal, words),
        act: t('release.withdraw'),
      });
      if (sure === null) return;
      const answer = await act('withdraw', { params: { id: proposal.id }, body: {} });
      done(answer?.ok === true ? t('release.came.withdrawn') : null);
    },
  };
}
