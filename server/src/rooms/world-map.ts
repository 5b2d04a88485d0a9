import type { Content } from '@bloomvale/shared/content/content';
import type { WorldMap } from '@bloomvale/shared/content/map';
import { invariant } from '@bloomvale/shared/result';

export function mapOf({ maps }: Content, id: WorldMap['id']): WorldMap {
  const map = maps.find((candidate) => candidate.id === id);
  invariant(map !== undefined, `the catalogue has no map ${id}`);
  return map;
}
