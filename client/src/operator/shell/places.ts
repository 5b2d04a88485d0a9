import type { OperatorRole } from '@bloomvale/shared/operator/operator-roles';
import type { GlyphName } from '../../ui/parts/icon.tsx';

/** Pages of the console. `key` follows G; `nav` places stand in the navigation in this order. `place.<id>` is the name. */
export type Place = {
  readonly id: 'live' | 'catalogue' | 'partners' | 'economy' | 'clock' | 'draft' | 'moderation' | 'audit' | 'settings';
  readonly glyph: GlyphName;
  readonly key: string | null;
  readonly least: OperatorRole;
};
export const PLACES: readonly Place[] = [
  { id: 'live', glyph: 'pulse', key: 'l', least: 'viewer' },
  { id: 'catalogue', glyph: 'list-dashes', key: 'c', least: 'viewer' },
  { id: 'partners', glyph: 'handshake', key: 'p', least: 'viewer' },
  { id: 'economy', glyph: 'sliders-horizontal', key: 'e', least: 'viewer' },
  { id: 'clock', glyph: 'clock', key: 'k', least: 'viewer' },
  { id: 'draft', glyph: 'git-diff', key: 'd', least: 'viewer' },
  { id: 'moderation', glyph: 'flag', key: 'm', least: 'viewer' },
  { id: 'audit', glyph: 'scroll', key: 'a', least: 'viewer' },
  { id: 'settings', glyph: 'gear', key: 's', least: 'viewer' },
];
export type PlaceId = Place['id'];
