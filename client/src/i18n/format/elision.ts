/** A name that begins with a vowel; a letter alone is a grade and keeps its word. An h counts as aspirated: few names have a silent one. */
const BEFORE_A_VOWEL = /\b([Dd]|[Qq]u|[Jj]usqu)e (?=[AEIOUÀÁÂÃÄÅÆÈÉÊËÌÍÎÏÒÓÔÕÖØŒÙÚÛÜ]\p{L})/gu;

/** French joins these words to a vowel that follows ("de" and "Isatou" make "d’Isatou"); which name comes is known only when it is written. */
export const elided = (text: string): string => text.replace(BEFORE_A_VOWEL, '$1’');
