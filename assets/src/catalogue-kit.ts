import { sameJson } from '@bloomvale/shared/catalogue/catalogue-diff';
import type { CatalogueKit } from '@bloomvale/shared/catalogue/catalogue-findings';
import type { Content } from '@bloomvale/shared/content/content';
import { PersonLookSchema } from './kit/people/look.ts';
import { ICONS, LANGUAGE_FLAGS, OWN_ICONS } from './manifest.ts';

/**
 * What the pictures of this release can show. They were drawn from the catalogue that ships with it (`build/inputs.ts`), whatever is published
 * later: a crop or an icon that is not among them would be missing on screen, a new person's face comes with the next release.
 * @param shipped the catalogue that lies in this package
 */
export function catalogueKit(shipped: Content): CatalogueKit {
  const looks = new Map(shipped.entrepreneurs.map(({ id, look }) => [id, look]));
  const flags = new Set<string>([...LANGUAGE_FLAGS, ...shipped.entrepreneurs.map(({ country }) => country)]);
  const crops = new Set(shipped.crops.map(({ id }) => id));
  const icons = new Set<string>([...ICONS, ...OWN_ICONS, ...shipped.goods.map(({ icon }) => icon)]);
  return {
    portraitFault: (look) => {
      const drawn = PersonLookSchema.safeParse(look);
      return drawn.success ? null : String(featureOf(drawn.error.issues[0]));
    },
    hasPicture: (id, look) => {
      const drawn = looks.get(id);
      return drawn !== undefined && sameJson(drawn, look);
    },
    hasFlag: (country) => flags.has(country),
    hasCrop: (id) => crops.has(id),
    hasIcon: (icon) => icons.has(icon),
  };
}

type Issue = { readonly path: readonly PropertyKey[]; readonly keys?: readonly string[] };
/** A feature whose value is unknown, or that is unknown itself. */
const featureOf = (issue: Issue | undefined): PropertyKey => issue?.path[0] ?? issue?.keys?.[0] ?? 'look';
