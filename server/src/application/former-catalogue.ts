import type { Content } from '@bloomvale/shared/content/content';
import { CropSchema, GoodSchema } from '@bloomvale/shared/content/play';
import { invariant, ok } from '@bloomvale/shared/result';
import { z } from 'zod';
import type { CommandBus } from './bus/command-bus.ts';
import type { Handler } from './bus/handler.ts';
import type { Reader } from './store/store.ts';

/** `meta` key of every crop and good there ever was, each as it was last. */
const KNOWN = 'catalogue.known';
const Stored = z.object({ goods: z.array(z.unknown()), crops: z.array(z.unknown()) });

const remember: Handler<{ readonly known: string }, Record<string, never>> = {
  type: 'catalogue.remember',
  needs: () => ({}),
  decide({ known }, work) {
    work.put('meta', { key: KNOWN, value: known });
    return ok({});
  },
};

/**
 * Today's catalogue with everything former ones knew besides: what a household still holds of a good that is gone is paid for at that
 * good's own last price (`upgradeHousehold`), however many releases its people were away. Kept at every start.
 */
export async function formerCatalogue(bus: CommandBus, reader: Reader, content: Content): Promise<Content> {
  const [row] = await reader.rows('meta', [KNOWN]);
  const stored = Stored.safeParse(row === undefined ? null : JSON.parse(row.value));
  const goods = joined(content.goods, stored.success ? stored.data.goods : [], GoodSchema);
  const crops = joined(content.crops, stored.success ? stored.data.crops : [], CropSchema);
  const known = JSON.stringify({ goods, crops });
  if (known !== row?.value) {
    const reply = await bus.system(remember, { known });
    invariant(reply.ok || reply.code === 'STORE_UNAVAILABLE', 'remembering the catalogue is never refused');
  }
  return { ...content, goods, crops };
}

/** What today's list does not have any more comes after it; what a later shape cannot read is left out. */
function joined<T extends { readonly id: string }>(
  today: readonly T[],
  before: readonly unknown[],
  schema: z.ZodType<T>,
): T[] {
  const here = new Set(today.map(({ id }) => id));
  const gone = before.flatMap((one) => {
    const read = schema.safeParse(one);
    return read.success && !here.has(read.data.id) ? [read.data] : [];
  });
  return [...today, ...gone];
}
