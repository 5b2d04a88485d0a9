import { EditFrame } from '../catalogue/edit-frame.tsx';
import { EntriesView } from '../catalogue/entries-view.tsx';
import { useWords } from '../i18n/use-words.ts';
import type { PageProps } from '../pages.ts';
import { PartnerPeople } from './partner-people.tsx';

/** `#/partners/<id>`: field partners, and the people each of them stands for. */
export function PartnersPage({ rest: [id] }: PageProps) {
  const { t } = useWords();
  return (
    <EditFrame title={t('place.partners')}>
      {(open, blocked) => (
        <EntriesView
          open={open}
          section="partners"
          base={['partners']}
          current={id ?? null}
          blocked={blocked}
          tabs={<h2>{t('section.partners')}</h2>}
          extra={id === undefined ? null : <PartnerPeople id={id} now={open.editor.now} />}
        />
      )}
    </EditFrame>
  );
}
