import { sameJson } from '@bloomvale/shared/catalogue/catalogue-diff';
import type { Content } from '@bloomvale/shared/content/content';
import { PersonLookSchema } from './kit/people/look.ts';
import { portrait } from './kit/people/portrait-document.ts';

type Person = Pick<Content['entrepreneurs'][number], 'id' | 'look'>;

/**
 * Draws whoever is not among the pictures of this release: people that operators added, or gave another face. Null for everybody else, and for a
 * look that the kit cannot draw.
 * @param shipped the catalogue that lies in this package, from which the client's pictures were drawn
 */
export function laterPictures(shipped: Content): (person: Person, happy: boolean) => string | null {
  const looks = new Map(shipped.entrepreneurs.map(({ id, look }) => [id, look]));
  return ({ id, look }, happy) => {
    const old = looks.get(id);
    if (old !== undefined && sameJson(old, look)) return null;
    const known = PersonLookSchema.safeParse(look);
    return known.success ? portrait(id, known.data, happy) : null;
  };
}
