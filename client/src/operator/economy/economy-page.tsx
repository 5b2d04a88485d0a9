import type { Section } from '@bloomvale/shared/catalogue/catalogue-diff';
import { LIST_SECTIONS } from '@bloomvale/shared/catalogue/content-fields';
import { EditFrame } from '../catalogue/edit-frame.tsx';
import { EntriesView } from '../catalogue/entries-view.tsx';
import { SectionTabs } from '../catalogue/section-tabs.tsx';
import { useWords } from '../i18n/use-words.ts';
import type { PageProps } from '../pages.ts';
import { PartForm } from './part-form.tsx';

/** Everything that is not a person, partner or product. Maps are drawn, not typed. */
const SECTIONS: readonly Section[] = [
  'economy',
  'model',
  'sectors',
  'regions',
  'goods',
  'crops',
  'recipes',
  'growing',
  'homestead',
  'talks',
];

/** `#/economy/<part>/<id>`: forms made from the catalogue's schemas. */
export function EconomyPage({ rest: [word, id] }: PageProps) {
  const { t } = useWords();
  const section = SECTIONS.find((one) => one === word) ?? 'economy';
  return (
    <EditFrame title={t('place.economy')}>
      {(open, blocked) => {
        const tabs = (
          <SectionTabs
            label={t('catalogue.parts')}
            place="economy"
            sections={SECTIONS}
            current={section}
            now={open.editor.now}
          />
        );
        return LIST_SECTIONS.has(section) ? (
          <div className="stack entries-fill">
            {tabs}
            <EntriesView
              key={section}
              open={open}
              section={section}
              base={['economy', section]}
              current={id ?? null}
              blocked={blocked}
              tabs={<h2>{t(`section.${section as 'goods'}`)}</h2>}
            />
          </div>
        ) : (
          <div className="stack">
            {tabs}
            <PartForm key={section} open={open} section={section} blocked={blocked} />
          </div>
        );
      }}
    </EditFrame>
  );
}
