import type { Sector } from '@bloomvale/shared/content/lending';
import type { LoanEventView } from '@bloomvale/shared/protocol/views';

/** Who speaks: the borrower (one person or several), the field partner, or the village's own book. */
export type Voice = 'her' | 'partner' | 'village';
type Variants = Readonly<Partial<Record<'any' | 'one' | 'many' | 'partner' | 'village', readonly string[]>>>;
/** Texts of one language, `i18n/journal/<locale>.json`. `[m|f]` in a sentence is what changes with the gender of who speaks. */
export type JournalTexts = {
  readonly lines: Readonly<Record<string, Variants>>;
  /** Remarks on the work, by sector: for a month that went well, and for one that did not. */
  readonly work: Readonly<Record<string, { readonly good: readonly string[]; readonly hard: readonly string[] }>>;
  /** What the simulation names as cause of a bad month, and of a good one. */
  readonly hard: Readonly<Record<string, readonly string[]>>;
  readonly good: Readonly<Record<string, readonly string[]>>;
};

export type JournalTeller = {
  readonly loanId: string;
  readonly sector: Sector;
  /** As the catalogue has it: woman, man, women_group, mixed_group, men_group. */
  readonly gender: string;
  readonly name: string;
  readonly partner: string;
};
export type JournalLine = {
  readonly at: number;
  readonly kind: string;
  readonly voice: Voice;
  readonly text: string;
};

type Write = { readonly coins: (minor: number) => string; readonly integer: (value: number) => string };

/** FNV-1a, 32 bit: only spreads loans over variants; nothing depends on it being hard to guess. */
function spread(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** An instalment in the grace period brings the cost alone: "0 coins" would read like a failure. */
function kindOf({ kind, data }: LoanEventView): string {
  const costAlone = Number(data.principal) === 0 && Number(data.interest) > 0;
  if (!costAlone) return kind;
  if (kind === 'paid') return 'paid_cost';
  return kind === 'paid_some' || kind === 'caught_up' ? 'cost_late' : kind;
}

const isGroup = (gender: string): boolean => gender !== 'woman' && gender !== 'man';
const isFeminine = (gender: string): boolean => gender === 'woman' || gender === 'women_group';

/** Kinds after which a remark on the work follows, and of which tone. */
const TONE: Readonly<Record<string, 'good' | 'hard'>> = {
  paid: 'good',
  paid_cost: 'good',
  caught_up: 'good',
  missed: 'hard',
  still_late: 'hard',
};

/** Names of the causes in an event's `causes: 'drought:800 harvest:-250'`, strongest first. */
function causesOf({ data }: LoanEventView): readonly string[] {
  return String(data.causes ?? '')
    .split(' ')
    .filter((part) => part !== '')
    .map((part) => ({ cause: part.split(':')[0] ?? '', shift: Math.abs(Number(part.split(':')[1])) }))
    .sort((a, b) => b.shift - a.shift)
    .map(({ cause }) => cause);
}

/**
 * The loan's events in the words of those who lived them, oldest first. The same events always give the same words; each loan begins at
 * another variant and goes through all of them before one comes again, so that two loans do not read alike. Kinds without words (those of
 * a newer server) are passed over.
 */
export function journalLines(
  events: readonly LoanEventView[],
  teller: JournalTeller,
  texts: JournalTexts,
  write: Write,
): readonly JournalLine[] {
  const seen = new Map<string, number>();
  const turn = (name: string): number => {
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    return before;
  };
  const pick = (variants: readonly string[], name: string): string =>
    variants[(spread(`${teller.loanId} ${name}`) + turn(name)) % variants.length] ?? '';
  return [...events]
    .sort((a, b) => a.at - b.at)
    .flatMap((event) => {
      const kind = kindOf(event);
      const variants = Object.hasOwn(texts.lines, kind) ? texts.lines[kind] : undefined;
      if (variants === undefined) return [];
      const voice: Voice =
        variants.village !== undefined ? 'village' : variants.partner !== undefined ? 'partner' : 'her';
      const own = variants.village ??
        variants.partner ?? [...(variants.any ?? []), ...(variants[isGroup(teller.gender) ? 'many' : 'one'] ?? [])];
      const sentences = [pick(own, kind), ...remark(event, teller, texts, pick)];
      const text = fill(sentences.join(' '), event, teller, write);
      return [{ at: event.at, kind: event.kind, voice, text }];
    });
}

/** A sentence on why, or on the work: a cause that the simulation has on record comes before any colour of our own. */
function remark(
  event: LoanEventView,
  { sector }: JournalTeller,
  texts: JournalTexts,
  pick: (variants: readonly string[], name: string) => string,
): readonly string[] {
  const tone = TONE[event.kind];
  if (tone === undefined) return [];
  const known = causesOf(event).find((cause) => Object.hasOwn(texts[tone], cause));
  if (known !== undefined) return [pick(texts[tone][known] ?? [], known)];
  const work = texts.work[sector]?.[tone] ?? [];
  return work.length === 0 ? [] : [pick(work, `work ${tone}`)];
}

function fill(text: string, { data }: LoanEventView, teller: JournalTeller, { coins, integer }: Write): string {
  const number = (name: string): number => Number(data[name] ?? 0);
  const amount = number('principal') || number('amount') || number('raised') || number('repaid');
  const rows = Math.max(1, number('instalments'));
  const values: Readonly<Record<string, string>> = {
    name: teller.name,
    partner: teller.partner,
    amount: coins(amount),
    left: coins(number('left')),
    count: integer(number('instalments')),
    // Several instalments paid at once are named by the last.
    n: integer(Math.max(1, number('firstRow') + rows - 1)),
  };
  return text
    .replace(/\[([^|\]]*)\|([^\]]*)\]/g, (_, m: string, f: string) => (isFeminine(teller.gender) ? f : m))
    .replace(/\{\{(\w+)\}\}/g, (_, key: string) => values[key] ?? '');
}
