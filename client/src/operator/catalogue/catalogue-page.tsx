import type { Section } from '@bloomvale/shared/catalogue/catalogue-diff';
import { useWords } from '../i18n/use-words.ts';
import type { PageProps } from '../pages.ts';
import { EditFrame } from './edit-frame.tsx';
import { EntriesView } from './entries-view.tsx';
import { SectionTabs } from './section-tabs.tsx';

const SECTIONS: readonly Section[] = ['entrepreneurs', 'partners', 'products'];

/** `#/catalogue/<part>/<id>`: people, field partners and products. */
export function CataloguePage({ rest: [word, id] }: PageProps) {
  const { t } = useWords();
  const section = SECTIONS.find((one) => one === word) ?? 'entrepreneurs';
  return (
    <EditFrame title={t('place.catalogue')}>
      {(open, blocked) => (
        <EntriesView
          key={section}
          open={open}
          section={section}
          base={['catalogue', section]}
          current={id ?? null}
          blocked={blocked}
          tabs={
            <SectionTabs
              label={t('catalogue.parts')}
              place="catalogue"
              sections={SECTIONS}
              current={section}
              now={open.editor.now}
            />
          }
        />
      )}
    </EditFrame>
  );
}
