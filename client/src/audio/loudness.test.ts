import { expect, test } from 'vitest';
import { BAR_SECONDS, notesOfBar, REST, VERSE } from './melody.ts';
import { voicesOfChirp, voicesOfNote } from './music-voices.ts';
import { SOUNDS, type SoundName } from './sounds.ts';
import { decibels, loudnessOf, meanOf, type Placed, peakOf, RATE, renderSound } from './testing/offline-sound.ts';

/** Full scale with a decibel to spare, for what converters make of it. */
const MOST_PEAK_DB = -1;
/** Below it an offset cannot be told from none. */
const MOST_OFFSET_DB = -60;
/** A step of this size at the beginning or the end would be heard as a click. */
const MOST_EDGE_DB = -60;
/** A sound as short as a tap is as loud as its loudest tenth of a second. */
const WINDOW = 0.1;
/** What one touches is heard under what one earned, and both under the few big moments. LUFS at full volume, before the limiter. */
const LEVELS: Readonly<Record<'touch' | 'event' | 'moment', readonly [number, number]>> = {
  touch: [-31, -26],
  event: [-27, -21.5],
  moment: [-23.5, -19.5],
};
const KINDS: Readonly<Record<SoundName, keyof typeof LEVELS>> = {
  tap: 'touch',
  open: 'touch',
  close: 'touch',
  pop: 'touch',
  plant: 'event',
  harvest: 'event',
  coin: 'event',
  serve: 'event',
  repaid: 'event',
  refused: 'event',
  lend: 'moment',
  funded: 'moment',
  level: 'moment',
};

const names = Object.keys(SOUNDS) as SoundName[];
const LEAD = 0.05;
const rendered = (name: SoundName, at = LEAD): Placed[] => SOUNDS[name].map((voice) => ({ voice, at }));

test.each(names)('%s is as loud as its kind, and clean at both ends', (name) => {
  const samples = renderSound(rendered(name), 2);
  expect(decibels(peakOf(samples))).toBeLessThanOrEqual(MOST_PEAK_DB);
  expect(decibels(Math.abs(meanOf(samples)))).toBeLessThanOrEqual(MOST_OFFSET_DB);
  const begins = Math.round(LEAD * RATE);
  expect(decibels(peakOf(samples.slice(begins, begins + 3)))).toBeLessThanOrEqual(MOST_EDGE_DB);
  expect(decibels(peakOf(samples.slice(-RATE / 10)))).toBeLessThanOrEqual(MOST_EDGE_DB);
  const [least, most] = LEVELS[KINDS[name]];
  const loudness = loudnessOf(samples, WINDOW);
  expect(loudness).toBeGreaterThanOrEqual(least);
  expect(loudness).toBeLessThanOrEqual(most);
});

test('a busy moment, everything at once over the music, stays below full scale', () => {
  const busy: SoundName[] = ['harvest', 'coin', 'serve', 'repaid', 'lend', 'funded', 'level'];
  const effects = busy.flatMap((name, i) => rendered(name, LEAD + i * 0.05));
  expect(decibels(peakOf(renderSound([...effects, ...music(0, 1)], 3)))).toBeLessThanOrEqual(MOST_PEAK_DB);
});

const music = (from: number, bars: number): Placed[] =>
  Array.from({ length: bars }, (_, i) =>
    notesOfBar(from + i, 5).flatMap((note) =>
      voicesOfNote(note).map((voice) => ({ voice, at: i * BAR_SECONDS + note.at })),
    ),
  ).flat();

test('a whole round of music is even, under the effects, and comes to rest before it begins again', () => {
  const samples = renderSound(music(0, VERSE + REST + 1), (VERSE + REST + 1) * BAR_SECONDS + 3);
  expect(decibels(peakOf(samples))).toBeLessThanOrEqual(-6);
  expect(decibels(Math.abs(meanOf(samples)))).toBeLessThanOrEqual(MOST_OFFSET_DB);
  const bar = (n: number): Float64Array => samples.slice(n * BAR_SECONDS * RATE, (n + 1) * BAR_SECONDS * RATE);
  const loud = Array.from({ length: VERSE - 1 }, (_, n) => loudnessOf(bar(n), BAR_SECONDS));
  expect(Math.max(...loud) - Math.min(...loud)).toBeLessThanOrEqual(8);
  expect(Math.max(...loud)).toBeLessThanOrEqual(-21);
  // The seam: silence on both sides of it, so that nothing is cut off.
  expect(decibels(peakOf(bar(VERSE + REST - 1)))).toBeLessThanOrEqual(MOST_EDGE_DB);
});

test('a bird is farther away than the music', () => {
  const bird = voicesOfChirp(2_600, 4).map((voice) => ({ voice, at: 0 }));
  const loudness = loudnessOf(renderSound(bird, 1), WINDOW);
  expect(loudness).toBeLessThan(loudnessOf(renderSound(music(0, 2), 6), WINDOW));
  expect(loudness).toBeGreaterThan(-45);
});
