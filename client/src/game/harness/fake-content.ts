import crops from '@bloomvale/assets/catalogue/crops.json';
import economy from '@bloomvale/assets/catalogue/economy.json';
import goods from '@bloomvale/assets/catalogue/goods.json';
import homestead from '@bloomvale/assets/catalogue/homestead.json';
import homesteadMap from '@bloomvale/assets/catalogue/maps/homestead.json';
import village from '@bloomvale/assets/catalogue/maps/village.json';
import type { Content } from '@bloomvale/shared/content/content';
import { MapSchema } from '@bloomvale/shared/content/map';
import { contentStore } from '../../store/content.ts';

/** What the world reads of the content: maps, crops, goods, and the homestead's figures. */
export function fillContent(): void {
  const maps = [MapSchema.parse(village), MapSchema.parse(homesteadMap)];
  const content = { homestead, crops, goods, economy, maps, entrepreneurs: [], partners: [], products: [] };
  contentStore.setState({ hash: 'harness', content: content as unknown as Content });
}
