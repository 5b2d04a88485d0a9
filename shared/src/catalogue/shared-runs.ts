import type { Entrepreneur } from '../content/lending.ts';
import { LOCALES, type Locale } from '../content/text.ts';
import type { Place, Tell } from './finding.ts';
import { SHARED_RUN } from './text-rules.ts';
import { plainWords, pushWordHashes } from './text-words.ts';

/** A part of somebody's story, as the catalogue names it. */
type Part = { readonly id: string; readonly chapter: number; readonly texts: readonly string[] };

/** Texts that share a run of six words with somebody else's, or with another chapter of the same person: one finding a part and language. */
export function tellSharedRuns(people: readonly Entrepreneur[], tell: Tell): void {
  for (const locale of LOCALES) {
    for (const { part, other, words } of sharedRuns(partsOf(people, locale))) {
      const path = part.chapter < 0 ? ['story', locale] : ['chapters', part.chapter, 'story', locale];
      const place: Place = { section: 'entrepreneurs', id: part.id, path };
      tell(place, 'words_shared', { words, other: other.id });
    }
  }
}

const partsOf = (people: readonly Entrepreneur[], locale: Locale): Part[] =>
  people.flatMap((person) =>
    [person, ...(person.chapters ?? [])].map(({ story, quote, letter }, i) => ({
      id: person.id,
      chapter: i - 1,
      texts: [story[locale], quote[locale], letter[locale]],
    })),
  );

/** All words as numbers, one text after another; a 0 ends each text, so that no run goes on into the next. */
type Codes = { readonly codes: Int32Array; readonly starts: Int32Array };

function codesOf(parts: readonly Part[]): Codes {
  const codes: number[] = [];
  const starts: number[] = [];
  for (const { texts } of parts) {
    starts.push(codes.length);
    for (const text of texts) {
      pushWordHashes(text, codes);
      codes.push(0);
    }
  }
  return { codes: Int32Array.from(codes), starts: Int32Array.from(starts) };
}

/** The words of a part, each at the place its number has. */
const spelt = ({ texts }: Part): string[] => texts.flatMap((text) => [...plainWords(text), '']);

type SharedRun = { readonly part: Part; readonly other: Part; readonly words: string };

/**
 * The first run each part shares with an earlier one. A table of positions with open addressing instead of a map of texts: ten thousand
 * stories have two million runs, and as strings they would take hundreds of megabytes. Linear; equal numbers are compared as words.
 */
export function sharedRuns(parts: readonly Part[]): SharedRun[] {
  const { codes, starts } = codesOf(parts);
  const mask = 2 ** Math.ceil(Math.log2(codes.length * 2 + 2)) - 1;
  /** Position of a run's first word, plus one. */
  const table = new Int32Array(mask + 1);
  const shared: SharedRun[] = [];
  const known = remembered();
  for (const [p, part] of parts.entries()) {
    const end = starts[p + 1] ?? codes.length;
    let told = false;
    for (let at = starts[p] as number; at + SHARED_RUN <= end; at++) {
      const hash = hashAt(codes, at);
      if (hash === null) continue;
      let slot = hash & mask;
      while (table[slot] !== 0 && !sameRun(codes, (table[slot] as number) - 1, at)) slot = (slot + 1) & mask;
      const found = (table[slot] as number) - 1;
      if (found < 0) table[slot] = at + 1;
      else if (!told && found < (starts[p] as number)) {
        const o = partAt(starts, found);
        const other = parts[o] as Part;
        const words = runAt(spelt(part), at - (starts[p] as number));
        const theirs = runAt(
          known(o, () => spelt(other)),
          found - (starts[o] as number),
        );
        // Two words may have one number: what is told to people is compared as it is written.
        if (words !== theirs) continue;
        told = true;
        shared.push({ part, other, words });
      }
    }
  }
  return shared;
}

/** Others are often the same few: a story that was copied many times. */
const REMEMBERED = 500;
function remembered(): (at: number, make: () => readonly string[]) => readonly string[] {
  const words = new Map<number, readonly string[]>();
  return (at, make) => {
    const before = words.get(at);
    if (before !== undefined) return before;
    if (words.size >= REMEMBERED) words.clear();
    const made = make();
    words.set(at, made);
    return made;
  };
}

const runAt = (words: readonly string[], from: number): string => words.slice(from, from + SHARED_RUN).join(' ');

/** FNV-1a over the six codes; null when a text ends among them. */
function hashAt(codes: Int32Array, at: number): number | null {
  let hash = 0x811c9dc5;
  for (let i = at; i < at + SHARED_RUN; i++) {
    const code = codes[i] as number;
    if (code === 0) return null;
    hash = Math.imul(hash ^ code, 0x01000193);
  }
  return (hash ^ (hash >>> 15)) >>> 0;
}

function sameRun(codes: Int32Array, a: number, b: number): boolean {
  for (let i = 0; i < SHARED_RUN; i++) if (codes[a + i] !== codes[b + i]) return false;
  return true;
}

/** Which part a position lies in: the last one that starts at or before it. */
function partAt(starts: Int32Array, position: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const mid = (low + high + 1) >> 1;
    if ((starts[mid] as number) <= position) low = mid;
    else high = mid - 1;
  }
  return low;
}
