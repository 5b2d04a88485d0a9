import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { PlaceId } from './shell/places.ts';

/** What a page gets: the words of the address after its own. */
export type PageProps = { readonly rest: readonly string[]; readonly query: Readonly<Record<string, string>> };
type Page = LazyExoticComponent<ComponentType<PageProps>>;

/** Each page is a chunk of its own. The navigation shows those that are here. */
export const PAGES: Partial<Record<PlaceId, Page>> = {
  live: lazy(async () => ({ default: (await import('./live/live-page.tsx')).LivePage })),
  catalogue: lazy(async () => ({ default: (await import('./catalogue/catalogue-page.tsx')).CataloguePage })),
  partners: lazy(async () => ({ default: (await import('./partners/partners-page.tsx')).PartnersPage })),
  economy: lazy(async () => ({ default: (await import('./economy/economy-page.tsx')).EconomyPage })),
  draft: lazy(async () => ({ default: (await import('./release/draft-page.tsx')).DraftPage })),
  clock: lazy(async () => ({ default: (await import('./clock/clock-page.tsx')).ClockPage })),
  moderation: lazy(async () => ({ default: (await import('./moderation/moderation-page.tsx')).ModerationPage })),
  audit: lazy(async () => ({ default: (await import('./release/audit/audit-page.tsx')).AuditPage })),
  settings: lazy(async () => ({ default: (await import('./settings/settings-page.tsx')).SettingsPage })),
};
