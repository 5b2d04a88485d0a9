import { LATE_CAUSES } from '../content/growing.ts';

export type LateCause = (typeof LATE_CAUSES)[number];

const isCause = (text: string): text is LateCause => (LATE_CAUSES as readonly string[]).includes(text);

/**
 * The reason a borrower gives for a missed instalment: of the causes the model drew with (`causes` of the loan's event, `name:shift` in
 * thousandths of a probit), the one that weighed most; without any, the region's bad luck when it was bad, else an ordinary bad month.
 */
export function mainCause(data: Readonly<Record<string, string | number>>): LateCause {
  const parts = String(data.causes ?? '')
    .split(' ')
    .flatMap((part) => {
      const [name = '', shift = ''] = part.split(':');
      return isCause(name) && Number(shift) > 0 ? [{ name, shift: Number(shift) }] : [];
    })
    .sort((a, b) => b.shift - a.shift);
  if (parts[0] !== undefined) return parts[0].name;
  return typeof data.factor === 'number' && data.factor < 0 ? 'region' : 'usual';
}
