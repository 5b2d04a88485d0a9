import type { Content } from '@bloomvale/shared/content/content';
import { EntrepreneurSchema, PartnerSchema } from '@bloomvale/shared/content/lending';
import { CropSchema, GoodSchema } from '@bloomvale/shared/content/play';
import { invariant, ok } from '@bloomvale/shared/result';
import { z } from 'zod';
import type { CommandBus } from './bus/command-bus.ts';
import type { Handler } from './bus/handler.ts';
import type { Reader } from './store/store.ts';

/**
 * `meta` key of every crop and good there ever was, each as it was last, and of the people and partners who are no longer in the catalogue:
 * their loans still run.
 */
export const KNOWN = 'catalogue.known';
const Some = z.array(z.unknown());
const Stored = z.object({ goods: Some, crops: Some, entrepreneurs: Some.default([]), partners: Some.default([]) });

export type Known = {
  /** Value of the `meta` row. */
  readonly text: string;
  /** Today's catalogue with everything former ones knew besides. */
  readonly former: Content;
};

/**
 * What is to be remembered once `content` is in force. What a household still holds of a good that is gone is paid for at that good's own last
 * price (`upgradeHousehold`), however many versions its people were away; a loan of somebody who is gone is shown and repaid as before.
 * @param stored what was remembered until now
 * @param before the content in force until now, whose people may leave with it; null at a start
 */
export function known(stored: string | null, content: Content, before: Content | null): Known {
  const read = Stored.safeParse(stored === null ? null : JSON.parse(stored));
  const kept = read.success ? read.data : { goods: [], crops: [], entrepreneurs: [], partners: [] };
  const goods = joined(content.goods, kept.goods, GoodSchema);
  const crops = joined(content.crops, kept.crops, CropSchema);
  const people = [...(before?.entrepreneurs ?? []), ...kept.entrepreneurs];
  const entrepreneurs = joined(content.entrepreneurs, people, EntrepreneurSchema);
  const partners = joined(content.partners, [...(before?.partners ?? []), ...kept.partners], PartnerSchema);
  return {
    text: JSON.stringify({
      goods,
      crops,
      // Thousands who are still there need not be written twice.
      entrepreneurs: entrepreneurs.slice(content.entrepreneurs.length),
      partners: partners.slice(content.partners.length),
    }),
    former: { ...content, goods, crops, entrepreneurs, partners },
  };
}

/** What today's list does not have any more comes after it, each once; what a later shape cannot read is left out. */
function joined<T extends { readonly id: string }>(
  today: readonly T[],
  before: readonly unknown[],
  schema: z.ZodType<T>,
): T[] {
  const here = new Set(today.map(({ id }) => id));
  const gone: T[] = [];
  for (const one of before) {
    const id = (one as { readonly id?: unknown } | null)?.id;
    if (typeof id !== 'string' || here.has(id)) continue;
    const read = schema.safeParse(one);
    if (!read.success) continue;
    here.add(id);
    gone.push(read.data);
  }
  return [...today, ...gone];
}

const remember: Handler<{ readonly known: string }, Record<string, never>> = {
  type: 'catalogue.remember',
  needs: () => ({}),
  decide({ known: value }, work) {
    work.put('meta', { key: KNOWN, value });
    return ok({});
  },
};

/** What is remembered, for a content that is in force already. */
export async function rememberedFormer(reader: Reader, content: Content): Promise<Content> {
  const [row] = await reader.rows('meta', [KNOWN]);
  return known(row?.value ?? null, content, null).former;
}

/** The former catalogue of a game that starts with `content`; remembered when it differs from what was. */
export async function formerCatalogue(bus: CommandBus, reader: Reader, content: Content): Promise<Content> {
  const [row] = await reader.rows('meta', [KNOWN]);
  const { text, former } = known(row?.value ?? null, content, null);
  if (text !== row?.value) {
    const reply = await bus.system(remember, { known: text });
    invariant(reply.ok || reply.code === 'STORE_UNAVAILABLE', 'remembering the catalogue is never refused');
  }
  return former;
}
