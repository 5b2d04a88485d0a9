import type { DraftView } from '@bloomvale/shared/operator/catalogue-api';
import { useWords } from '../i18n/use-words.ts';
import { hrefTo } from '../shell/route.ts';
import type { Release } from './use-release.ts';
import { pendingOf } from './view/proposal-acts.ts';

export const TABS = ['draft', 'fields', 'waiting', 'versions', 'rails'] as const;
export type Tab = (typeof TABS)[number];

/** The tab an address names; the draft itself for anything else. */
export const tabOf = (word: string | undefined): Tab => TABS.find((tab) => tab === word) ?? 'draft';

type Props = { readonly tab: Tab; readonly draft: DraftView | null; readonly release: Release };

/** Links with addresses of their own, not a widget. */
export function ReleaseTabs({ tab, draft, release }: Props) {
  const { t, integer } = useWords();
  const waiting = pendingOf(release.proposals).length;
  return (
    <nav className="segmented release-tabs" aria-label={t('release.tabs')}>
      {TABS.map((one) => (
        <a
          key={one}
          href={hrefTo(
            one === 'draft' ? ['draft', ...(draft === null ? [] : [draft.id])] : ['draft', draft?.id ?? '-', one],
          )}
          aria-current={one === tab ? 'page' : undefined}
        >
          {t(`release.tab.${one}`)}
          {one === 'waiting' && waiting > 0 ? <span className="count">{integer(waiting)}</span> : null}
        </a>
      ))}
    </nav>
  );
}
