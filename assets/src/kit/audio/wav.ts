import { SAMPLE_RATE } from './ambience.ts';

/** Mono 16 bit WAV of the samples, made as loud as `peak` (0 to 1) allows. */
export function wav(samples: Float32Array, peak = 0.8): Uint8Array {
  const loudest = samples.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
  const gain = loudest > 0 ? peak / loudest : 1;
  const bytes = new Uint8Array(44 + samples.length * 2);
  const view = new DataView(bytes.buffer);
  const text = (at: number, value: string): void => bytes.set(new TextEncoder().encode(value), at);
  text(0, 'RIFF');
  view.setUint32(4, 36 + samples.length * 2, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, SAMPLE_RATE, true);
  view.setUint32(28, SAMPLE_RATE * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, 'data');
  view.setUint32(40, samples.length * 2, true);
  samples.forEach((value, i) => {
    view.setInt16(44 + i * 2, Math.round(value * gain * 32_767), true);
  });
  return bytes;
}
