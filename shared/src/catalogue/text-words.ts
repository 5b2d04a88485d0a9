/**
 * Words of a text, by one pass over its characters. Patterns with Unicode classes say the same in a line and take four times as long, which is
 * felt: a catalogue of ten thousand people has five million words.
 */

const SPACE = 1;
const LETTER = 2;
const OTHER = 3;
/** Classes of the characters met so far; 0 where nobody has asked yet. */
const classes = new Uint8Array(0x1_0000);

function classify(character: string): number {
  if (/\s/u.test(character)) return SPACE;
  return /[\p{L}\p{N}]/u.test(character) ? LETTER : OTHER;
}

function classAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  const known = classes[code] as number;
  if (known !== 0) return known;
  // Letters beyond the first plane are two units; half of one says nothing.
  if (code >= 0xd800 && code <= 0xdfff)
    return classify(String.fromCodePoint(text.codePointAt(code >= 0xdc00 ? at - 1 : at) ?? 0));
  const found = classify(text.charAt(at));
  classes[code] = found;
  return found;
}

/** Words as a reader counts them: whatever stands between spaces and has a letter or a digit in it. */
export function countWords(text: string): number {
  let words = 0;
  let counted = false;
  for (let at = 0; at < text.length; at++) {
    const kind = classAt(text, at);
    if (kind === SPACE) counted = false;
    else if (kind === LETTER && !counted) {
      counted = true;
      words += 1;
    }
  }
  return words;
}

/** Runs of letters and digits in small letters: case, punctuation and apostrophes are gone. */
export function plainWords(text: string): string[] {
  const small = text.toLowerCase();
  const words: string[] = [];
  let from = -1;
  for (let at = 0; at < small.length; at++) {
    if (classAt(small, at) === LETTER) {
      if (from < 0) from = at;
    } else if (from >= 0) {
      words.push(small.slice(from, at));
      from = -1;
    }
  }
  if (from >= 0) words.push(small.slice(from));
  return words;
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** The words of `plainWords` as numbers that are never 0 (FNV-1a), without making a text of each. */
export function pushWordHashes(text: string, to: number[]): void {
  const small = text.toLowerCase();
  let hash = 0;
  for (let at = 0; at < small.length; at++) {
    if (classAt(small, at) === LETTER) {
      hash = Math.imul((hash === 0 ? FNV_OFFSET : hash) ^ small.charCodeAt(at), FNV_PRIME) || 1;
    } else if (hash !== 0) {
      to.push(hash);
      hash = 0;
    }
  }
  if (hash !== 0) to.push(hash);
}
