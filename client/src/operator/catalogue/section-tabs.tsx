import type { Json, Section } from '@bloomvale/shared/catalogue/catalogue-diff';
import { useWords } from '../i18n/use-words.ts';
import { hrefTo } from '../shell/route.ts';
import { entriesOf } from './editor/entries.ts';

type Props = {
  readonly label: string;
  readonly place: string;
  readonly sections: readonly Section[];
  readonly current: Section;
  readonly now: Json;
};

/** Parts of the catalogue, each with an address of its own and how many entries it has. */
export function SectionTabs({ label, place, sections, current, now }: Props) {
  const { t, integer } = useWords();
  return (
    <nav className="segmented section-tabs" aria-label={label}>
      {sections.map((section) => {
        const count = entriesOf(now, section).length;
        return (
          <a key={section} href={hrefTo([place, section])} aria-current={section === current ? 'page' : undefined}>
            {t(`section.${section as 'entrepreneurs'}`)} {count === 0 ? null : integer(count)}
          </a>
        );
      })}
    </nav>
  );
}
