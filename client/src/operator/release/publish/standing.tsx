import type { DraftView } from '@bloomvale/shared/operator/catalogue-api';
import { Banner } from '../../../ui/parts/banner.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { Findings } from '../preview/findings.tsx';
import type { DraftFacts } from '../use-draft-facts.ts';
import { BringUpToDate } from './bring-up-to-date.tsx';
import { FourEyes } from './four-eyes.tsx';
import { blockText } from './gate-words.tsx';
import { becauseText } from './proposal-words.ts';
import type { Decide } from './use-decide.ts';

type Props = {
  /** Of whatever says why the draft cannot be asked for; its buttons refer to it. */
  readonly id: string;
  readonly draft: DraftView;
  readonly live: number;
  readonly facts: DraftFacts;
  readonly decide: Decide;
};

/** Where a draft stands on its way: asked for, out of date, with faults, or free to go. */
export function Standing({ id, draft, live, facts, decide }: Props) {
  const words = useWords();
  const { t } = words;
  const { proposal, gate, sensitive, canAsk, findings } = facts;
  // Errors are told of with the findings themselves.
  const others = gate.blocks.filter(({ kind }) => kind !== 'errors');
  const byFindings = proposal === null && others.length === 0 && gate.blocks.length > 0;
  return (
    <>
      {proposal === null ? null : <FourEyes id={id} proposal={proposal} decide={decide} />}
      {draft.current || draft.state === 'published' ? null : (
        <BringUpToDate draft={draft} live={live} onDone={facts.reload} />
      )}
      {proposal !== null || canAsk || byFindings ? null : (
        <div id={id}>
          <Banner kind="info" title={t('release.notYet')}>
            {others.length === 0
              ? t('release.block.checking')
              : others.map((block) => blockText(block, words)).join(' ')}
          </Banner>
        </div>
      )}
      {proposal === null && canAsk && sensitive.length > 0 ? (
        <Banner kind="info" title={t('release.fourEyes')}>
          {t('release.willNeedSecond', { because: becauseText(sensitive, words) })}
        </Banner>
      ) : null}
      {findings.answer === null ? null : <Findings id={byFindings ? id : `${id}findings`} answer={findings.answer} />}
    </>
  );
}
