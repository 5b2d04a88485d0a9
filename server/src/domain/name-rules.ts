import { NAME_MAX, NAME_MIN } from '@bloomvale/shared/protocol/limits';
import { DataSet, englishDataset, englishRecommendedTransformers, parseRawPattern, RegExpMatcher } from 'obscenity';

/**
 * French words the English list lacks, as the matcher sees them: without accents, most doubled letters single. Matched anywhere in a
 * word, so only those that stand in no harmless one; the others as whole words, between bars.
 */
const FRENCH = [
  'merde',
  'putain',
  'salope',
  'salaud',
  'conard',
  'conasse',
  'encul',
  'niquer',
  '|nique ta',
  'branleur',
  'bougnoul',
  'youpin',
  '|pede|',
  '|pedes|',
  'tapete|',
  '|pute|',
  '|putes|',
  '|bite|',
  '|couille',
  '|nazi',
] as const;

const dataset = new DataSet<{ originalWord: string }>().addAll(englishDataset);
for (const word of FRENCH) {
  dataset.addPhrase((phrase) => phrase.setMetadata({ originalWord: word }).addPattern(parseRawPattern(word)));
}
const matcher = new RegExpMatcher({ ...dataset.build(), ...englishRecommendedTransformers });

/** Letters of any script, digits, and what joins them in names. No digits alone, no addresses, nothing that could pass for markup. */
const SHAPE = /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} .'’-]*$/u;
const HAS_LETTER = /\p{L}/u;
/** Names that would pass for the game itself. */
const OFFICIAL = /^(admin|administrator|moderator|operator|system|bloomvale|support|modérateur|opérateur|système)s?$/iu;

/** The name as it is kept: composed, single spaces. Null when it may not be used. */
export function acceptedName(raw: string): string | null {
  const name = raw.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const length = [...name].length;
  if (length < NAME_MIN || length > NAME_MAX) return null;
  if (!SHAPE.test(name) || !HAS_LETTER.test(name) || OFFICIAL.test(name)) return null;
  return matcher.hasMatch(name) ? null : name;
}
