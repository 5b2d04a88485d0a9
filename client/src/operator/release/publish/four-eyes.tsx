import type { Proposal } from '@bloomvale/shared/operator/release-api';
import { Button } from '../../../ui/parts/button.tsx';
import { Glyph } from '../../../ui/parts/icon.tsx';
import { useSlice } from '../../../ui/use-slice.ts';
import { useWords } from '../../i18n/use-words.ts';
import { sessionStore } from '../../store/session.ts';
import { proposalActs } from '../view/proposal-acts.ts';
import { whenText } from '../view/when.ts';
import { becauseText } from './proposal-words.ts';
import type { Decide } from './use-decide.ts';

type Props = { readonly id: string; readonly proposal: Proposal; readonly decide: Decide };

/** A request that waits: who asked, why, why somebody else is needed, and what whoever looks may do. */
export function FourEyes({ id, proposal, decide }: Props) {
  const words = useWords();
  const { t, locale } = words;
  const me = useSlice(sessionStore, (session) => session.me?.operator ?? null);
  if (me === null) return null;
  const acts = proposalActs(proposal, me);
  const scheduled = proposal.state === 'scheduled';
  const asked = { name: proposal.askedBy.name, time: whenText(proposal.askedAt, locale), reason: proposal.reason };
  return (
    <div className="banner banner--caution four-eyes" id={id}>
      <Glyph name={scheduled ? 'clock' : 'users'} />
      <div>
        <p>
          <b>{scheduled ? t('release.scheduledTitle') : t('release.fourEyes')}</b>{' '}
          {scheduled
            ? t('release.scheduledFor', { time: whenText(proposal.dueAt ?? 0, locale) })
            : t('release.mustApprove', {
                because: becauseText(proposal.because, words),
                name: proposal.askedBy.name,
              })}{' '}
          {t('release.askedBy', asked)}
          {proposal.state === 'waiting' && proposal.dueAt !== null
            ? ` ${t('release.dueIfApproved', { time: whenText(proposal.dueAt, locale) })}`
            : null}
        </p>
        <div className="row row--wrap">
          {acts.approve ? (
            <Button
              look="primary"
              busy={decide.busy === 'approve' ? t('release.approving') : false}
              onClick={() => decide.approve(proposal)}
            >
              {t('release.approve')}
            </Button>
          ) : null}
          {acts.refuse ? <Button onClick={() => decide.refuse(proposal)}>{t('release.refuse')}</Button> : null}
          {acts.withdraw ? <Button onClick={() => decide.withdraw(proposal)}>{t('release.withdraw')}</Button> : null}
          {acts.because === null ? null : <span className="muted">{t(`release.cannotApprove.${acts.because}`)}</span>}
        </div>
      </div>
    </div>
  );
}
