import type { Proposal } from '@bloomvale/shared/operator/release-api';
import { useId } from 'react';
import type { GlyphName } from '../../../ui/parts/icon.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { Panel } from '../../parts/panel.tsx';
import { Empty } from '../../parts/states.tsx';
import { Tag, type Tone } from '../../parts/tag.tsx';
import { pendingOf } from '../view/proposal-acts.ts';
import { whenText } from '../view/when.ts';
import { FourEyes } from './four-eyes.tsx';
import { proposalTitle } from './proposal-words.ts';
import type { Decide } from './use-decide.ts';

const LOOKS: Readonly<Record<Proposal['state'], readonly [tone: Tone, glyph: GlyphName]>> = {
  waiting: ['late', 'users'],
  scheduled: ['info', 'clock'],
  done: ['ok', 'check'],
  refused: ['plain', 'prohibit'],
  withdrawn: ['plain', 'arrow-u-up-left'],
  failed: ['error', 'warning-circle'],
};

type Props = { readonly proposals: readonly Proposal[]; readonly decide: Decide };

/** What waits for a second person or for its time, and what was decided lately. */
export function ProposalsPanel({ proposals, decide }: Props) {
  const words = useWords();
  const { t } = words;
  const pending = pendingOf(proposals);
  const decided = proposals.filter((proposal) => !pending.includes(proposal));
  return (
    <div className="op-grid">
      <Panel title={t('release.pending')}>
        {pending.length === 0 ? (
          <Empty title={t('release.nonePending')} />
        ) : (
          <ul className="proposals">
            {pending.map((proposal) => (
              <Pending key={proposal.id} proposal={proposal} decide={decide} />
            ))}
          </ul>
        )}
      </Panel>
      {decided.length === 0 ? null : (
        <Panel title={t('release.decided')}>
          <ul className="log">
            {decided.map((proposal) => (
              <Decided key={proposal.id} proposal={proposal} />
            ))}
          </ul>
        </Panel>
      )}
    </div>
  );
}

function Pending({ proposal, decide }: { proposal: Proposal; decide: Decide }) {
  const words = useWords();
  const id = useId();
  return (
    <li>
      <h3>{proposalTitle(proposal, words)}</h3>
      <FourEyes id={id} proposal={proposal} decide={decide} />
    </li>
  );
}

function Decided({ proposal }: { proposal: Proposal }) {
  const words = useWords();
  const { t, at } = words;
  const [tone, glyph] = LOOKS[proposal.state];
  const { outcome } = proposal;
  return (
    <li>
      <time dateTime={new Date(proposal.decidedAt ?? proposal.askedAt).toISOString()}>
        {at(proposal.decidedAt ?? proposal.askedAt)}
      </time>
      <p>
        <Tag tone={tone} glyph={glyph}>
          {t(`release.state.${proposal.state}`)}
        </Tag>{' '}
        <b>{proposalTitle(proposal, words)}</b>{' '}
        {t('release.askedBy', {
          name: proposal.askedBy.name,
          time: whenText(proposal.askedAt, words.locale),
          reason: proposal.reason,
        })}{' '}
        {proposal.decidedBy === null ? null : t('release.decidedBy', { name: proposal.decidedBy.name })}{' '}
        {typeof outcome?.version === 'number' ? t('release.becameVersion', { number: outcome.version }) : null}
        {proposal.state === 'failed' && typeof outcome?.code === 'string'
          ? t('release.failedBy', { why: t(`refusal.${outcome.code}` as 'refusal.INTERNAL') })
          : null}
      </p>
    </li>
  );
}
