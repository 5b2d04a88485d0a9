import { rng } from '../base/random.ts';

/** Samples a second. */
export const SAMPLE_RATE = 44_100;

/** A meadow that loops without a seam: a breeze of filtered noise and a few birds, `seconds` long. */
export function ambience(seconds = 24): Float32Array {
  const length = seconds * SAMPLE_RATE;
  const random = rng('meadow');
  const samples = breeze(length, random);
  for (let phrase = 0; phrase < 9; phrase++) birdPhrase(samples, seconds, random);
  return samples;
}

/** Noise, low-passed twice, swelling and fading; its end is cross-faded into its beginning over two seconds. */
function breeze(length: number, random: () => number): Float32Array {
  const noise = new Float32Array(length);
  let slow = 0;
  let soft = 0;
  for (let i = 0; i < length; i++) {
    slow += 0.02 * (random() * 2 - 1 - slow);
    soft += 0.12 * (slow - soft);
    noise[i] = soft;
  }
  const fade = SAMPLE_RATE * 2;
  return Float32Array.from(noise, (value, i) => {
    const share = i < fade ? i / fade : 1;
    const joined =
      share < 1 ? value * Math.sqrt(share) + (noise[length - fade + i] ?? 0) * Math.sqrt(1 - share) : value;
    const gust =
      0.55 + 0.45 * Math.sin(((2 * Math.PI * i) / length) * 2) * Math.sin(((2 * Math.PI * i) / length) * 3 + 1);
    return joined * 1.7 * gust;
  });
}

/** Two to five chirps of one bird, somewhere before the seam. */
function birdPhrase(samples: Float32Array, seconds: number, random: () => number): void {
  let start = 1 + random() * (seconds - 4);
  const low = 2200 + random() * 1700;
  const volume = 0.05 + random() * 0.05;
  const chirps = 2 + Math.floor(random() * 4);
  for (let chirp = 0; chirp < chirps; chirp++) {
    const duration = 0.07 + random() * 0.09;
    const high = low * (1 + (random() - 0.4) * 0.35);
    const vibrato = 18 + random() * 16;
    const count = duration * SAMPLE_RATE;
    const offset = Math.floor(start * SAMPLE_RATE);
    for (let i = 0; i < count && offset + i < samples.length; i++) {
      const along = i / count;
      const phase =
        (2 * Math.PI * ((low + (high - low) * along) * i)) / SAMPLE_RATE +
        Math.sin((i / SAMPLE_RATE) * vibrato * 6.283) * 1.2;
      samples[offset + i] = (samples[offset + i] ?? 0) + Math.sin(phase) * Math.sin(Math.PI * along) ** 1.5 * volume;
    }
    start += duration + 0.04 + random() * 0.09;
  }
}
