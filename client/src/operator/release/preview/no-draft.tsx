import type { ReactNode } from 'react';
import { Button } from '../../../ui/parts/button.tsx';
import { useAct } from '../../api/use-act.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Empty } from '../../parts/states.tsx';
import { Page } from '../../shell/page.tsx';
import { go } from '../../shell/route.ts';
import { chooseDraft, noteDraft } from '../../store/drafts.ts';
import { useBlocked } from '../../store/use-may.ts';

/** No draft is open: everything is as it is live, and one can be started. */
export function NoDraft({ tabs, live }: { tabs: ReactNode; live: number }) {
  const { t } = useWords();
  const blocked = useBlocked('editor');
  const { busy, act } = useAct();
  const start = async (): Promise<void> => {
    const answer = await act('createDraft', { body: { title: t('release.newTitle') } });
    if (answer?.ok !== true) return;
    noteDraft(answer.value);
    chooseDraft(answer.value.id);
    go(['catalogue']);
  };
  return (
    <Page title={t('place.draft')}>
      {tabs}
      <Empty title={t('release.noDraft', { number: live })}>
        <p>{t('release.noDraftBody')}</p>
        <Button
          look="primary"
          blocked={blocked}
          busy={busy === null ? false : t('release.starting')}
          onClick={() => void start()}
        >
          {t('release.startDraft')}
        </Button>
      </Empty>
    </Page>
  );
}
