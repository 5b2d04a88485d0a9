import { SECTORS } from '@bloomvale/shared/content/lending';
import type { LoanEventView } from '@bloomvale/shared/protocol/views';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import en from '../../../i18n/journal/en.json' with { type: 'json' };
import fr from '../../../i18n/journal/fr.json' with { type: 'json' };
import { type JournalTeller, type JournalTexts, journalLines } from './journal-lines.ts';

const write = { coins: (minor: number) => String(minor / 100), integer: String };
const teller = (change: Partial<JournalTeller> = {}): JournalTeller => ({
  loanId: 'v-awa-1',
  sector: 'food',
  gender: 'woman',
  name: 'Awa',
  partner: 'Kapok',
  ...change,
});
const event = (kind: string, at: number, data: LoanEventView['data'] = {}): LoanEventView => ({ at, kind, data });
const BOOKS: readonly JournalTexts[] = [en, fr];
/** Every kind of event a loan can have (server, `LoanEventKind`), but the ones that only the server needs. */
const KINDS = [
  'listed',
  'pool_lent',
  'matched',
  'funded',
  'disbursed',
  'paid',
  'missed',
  'still_late',
  'paid_some',
  'caught_up',
  'rescheduled',
  'drought',
  'drought_over',
  'illness',
  'illness_over',
  'strain',
  'strain_over',
  'forgiven',
  'recovered',
  'recovery_over',
  'ended',
  'ended_with_loss',
  'defaulted',
  'expired',
  'cancelled',
  'refunded',
  'taken_back',
];
const GENDERS = ['woman', 'man', 'women_group', 'mixed_group', 'men_group'];
const life = [
  event('disbursed', 1, { principal: 60_000 }),
  ...Array.from({ length: 12 }, (_, i) => event('paid', 2 + i, { principal: 5_000, firstRow: i, instalments: 1 })),
  event('ended', 20, { repaid: 60_000 }),
];
const told = (lines: ReturnType<typeof journalLines>): readonly string[] => lines.map(({ text }) => text);

describe('journalLines', () => {
  it('passes over what it has no words for', () => {
    expect(journalLines([event('teleported', 1), event('constructor', 2)], teller(), en, write)).toEqual([]);
  });
  it('has words for every kind, sector and borrower in both languages, without holes', () => {
    const data = { principal: 2_500, amount: 2_500, left: 100, instalments: 2, firstRow: 0 };
    for (const texts of BOOKS) {
      for (const gender of GENDERS) {
        for (const sector of SECTORS) {
          const lines = journalLines(
            KINDS.map((kind, i) => event(kind, i, data)),
            teller({ gender, sector }),
            texts,
            write,
          );
          expect(lines).toHaveLength(KINDS.length);
          for (const { text } of lines) expect(text).not.toMatch(/[{}[\]|]|^\s*$|undefined|NaN/);
        }
      }
    }
  });
  it('says the same of the same loan, whatever order the events come in', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(life, { minLength: life.length }), (shuffled) => {
        expect(journalLines(shuffled, teller(), en, write)).toEqual(journalLines(life, teller(), en, write));
      }),
    );
  });
  it('does not repeat itself within a year', () => {
    for (const texts of BOOKS) {
      const lines = told(journalLines(life, teller(), texts, write));
      const bare = lines.map((line) => line.replace(/\d+/g, '#'));
      expect(new Set(bare).size).toBe(bare.length);
    }
  });
  it('reads differently for two loans of one trade', () => {
    const one = told(journalLines(life, teller(), en, write));
    const other = told(journalLines(life, teller({ loanId: 'v-maria-7' }), en, write));
    expect(one.filter((line, i) => line === other[i]).length).toBeLessThan(life.length / 2);
  });
  it('speaks French as who speaks: she, he, they', () => {
    const paid = (gender: string) =>
      told(
        journalLines(
          Array.from({ length: 12 }, (_, i) => event('paid', i, { principal: 100 })),
          teller({ gender }),
          fr,
          write,
        ),
      ).join(' ');
    expect(paid('woman')).toContain('Je suis allée');
    expect(paid('man')).toContain('Je suis allé chez');
    expect(paid('women_group')).toContain('Nous sommes fières');
    expect(paid('mixed_group')).toContain('Nous sommes fiers');
  });
  it('gives the cause on record before any colour of its own', () => {
    const [line] = journalLines([event('missed', 1, { causes: 'lean_season:250 drought:800' })], teller(), en, write);
    expect(en.hard.drought.some((sentence) => line?.text.endsWith(sentence))).toBe(true);
  });
  it('names the instalment that was paid or missed, and no coins where only the cost was due', () => {
    const paid = journalLines(
      Array.from({ length: 8 }, (_, i) => event('paid', i, { principal: 100, firstRow: 7, instalments: 1 })),
      teller(),
      en,
      write,
    );
    expect(told(paid).some((text) => text.includes('Instalment 7'))).toBe(true);
    const grace = ['paid', 'paid_some', 'caught_up'].map((kind, i) => event(kind, i, { principal: 0, interest: 50 }));
    for (const { text } of journalLines(grace, teller(), en, write)) expect(text).not.toMatch(/\b0 coins/);
  });
  it('knows who is speaking', () => {
    const voices = journalLines([event('listed', 1), event('paid', 2), event('recovered', 3)], teller(), en, write);
    expect(voices.map(({ voice }) => voice)).toEqual(['village', 'her', 'partner']);
  });
});

describe('the texts', () => {
  const leaves = (tree: unknown, path = ''): readonly (readonly [string, string])[] =>
    typeof tree === 'string'
      ? [[path, tree] as const]
      : Object.entries(tree as Record<string, unknown>).flatMap(([key, value]) => leaves(value, `${path}.${key}`));
  const english = new Map(leaves(en));
  const french = new Map(leaves(fr));
  const figures = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1] ?? '').sort();

  it('are as many in both languages, with the same figures', () => {
    expect([...french.keys()]).toEqual([...english.keys()]);
    for (const [path, text] of english) expect(figures(french.get(path) ?? ''), path).toEqual(figures(text));
  });
  it('have no exclamation mark, no word of pity, and French blanks', () => {
    for (const [path, text] of [...english, ...french])
      expect(text, path).not.toMatch(/!|\b(poor|pauvre|poverty|pauvreté|garanti|safe)\b/i);
    for (const [path, text] of french) {
      expect(text.replace(/\{\{\w+\}\}/g, 'x'), path).not.toMatch(/[^\u00a0][:;?%»]|«[^\u00a0]|\u202f/);
    }
  });
});
