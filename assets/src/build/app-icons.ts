import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { lendingHall } from '../kit/buildings/hall.ts';
import { renderDocument, straightAlpha } from './raster.ts';

/** The Lending Hall under the sky: the mark of the game. `inset` leaves room for a mask. */
function mark(inset: number): string {
  const hall = lendingHall();
  const scale = (1 - inset * 2) * 2.05;
  return `<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#c4ecf6"/><stop offset="1" stop-color="#f9f0cf"/></linearGradient></defs><rect width="512" height="512" fill="url(#sky)"/><path d="M0 380C120 330 400 330 512 380V512H0Z" fill="#97cd5c"/><path d="M0 420C160 384 360 384 512 420V512H0Z" fill="#82bd50"/><g transform="translate(244 400) scale(${scale})">${hall}</g>`;
}

const documentOf = (inset: number, round: boolean): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512" width="512" height="512">${round ? `<clipPath id="tile"><rect width="512" height="512" rx="112"/></clipPath><g clip-path="url(#tile)">${mark(inset)}</g>` : mark(inset)}</svg>`;

/** Writes the favicon and the icons of the web app: plain ones with round corners, one without for the system to mask. */
export async function writeAppIcons(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const rounded = documentOf(0.02, true);
  writeFileSync(join(folder, 'favicon.svg'), rounded);
  const png = async (svg: string, size: number, file: string): Promise<void> => {
    const image = await renderDocument(svg.replace('width="512" height="512">', `width="${size}" height="${size}">`));
    const pixels = straightAlpha(image, 0, 0, size, size);
    await sharp(pixels, { raw: { width: size, height: size, channels: 4 } })
      .png({ compressionLevel: 9 })
      .toFile(join(folder, file));
  };
  await png(rounded, 192, 'icon-192.png');
  await png(rounded, 512, 'icon-512.png');
  await png(documentOf(0.14, false), 512, 'icon-maskable-512.png');
  await png(documentOf(0.08, false), 180, 'apple-touch-icon.png');
}
