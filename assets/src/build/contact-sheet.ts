import { resolve } from 'node:path';
import sharp from 'sharp';
import { PAL } from '../kit/base/palette.ts';
import { resetIds } from '../kit/base/random.ts';
import { allFrameNames, frameDrawing } from '../kit/frame-drawings.ts';
import { avatar } from '../kit/people/avatar/avatar.ts';
import { DIRECTIONS } from '../kit/people/avatar/poses.ts';
import { ROSTER } from '../kit/people/roster.ts';
import { emoji } from './fluent.ts';
import { type Box, renderDocument, svgDocument } from './raster.ts';
import { withPrefix } from './scene.ts';

/**
 * A picture of drawings side by side, for whoever changes the kit:
 * `node assets/src/build/contact-sheet.ts shop/ sheet.png`, with the beginning of frame names, or `people`.
 */
type Picture = { readonly name: string; readonly svg: string; readonly box: Box };

const COLUMNS = 8;

function pictures(prefix: string): Picture[] {
  if (prefix === 'people') {
    return ROSTER.flatMap(({ name, look }) =>
      DIRECTIONS.slice(0, 3).map((direction): Picture => {
        resetIds();
        return { name: `${name} ${direction}`, svg: avatar(look, { direction }), box: [-48, -118, 96, 128] };
      }),
    );
  }
  return allFrameNames()
    .filter((name) => name.startsWith(prefix))
    .map((name) => frameDrawing(name, emoji))
    .map(({ name, svg, box }) => ({ name, svg: svg(), box }));
}

async function main(): Promise<void> {
  const [prefix = '', file = 'contact-sheet.png'] = process.argv.slice(2);
  const list = pictures(prefix);
  if (list.length === 0) throw new Error(`no drawing is called ${prefix}…`);
  const [w, h] = [Math.max(...list.map(({ box }) => box[2])), Math.max(...list.map(({ box }) => box[3]))];
  const cells = list.map(({ svg, box }, i) => {
    const [x, y] = [(i % COLUMNS) * w - box[0] + (w - box[2]) / 2, Math.floor(i / COLUMNS) * h - box[1] + h - box[3]];
    return `<g transform="translate(${x} ${y})">${withPrefix(svg, `s${i}_`)}</g>`;
  });
  const sheet: Box = [0, 0, Math.min(COLUMNS, list.length) * w, Math.ceil(list.length / COLUMNS) * h];
  const grass = `<rect width="${sheet[2]}" height="${sheet[3]}" fill="${PAL.grassMd}"/>`;
  const { width, height, pixels } = await renderDocument(svgDocument(grass + cells.join(''), sheet));
  await sharp(pixels, { raw: { width, height, channels: 4 } })
    .png()
    .toFile(resolve(file));
  process.stderr.write(
    `${list.length} drawings, ${COLUMNS} in a row, in this order: ${list.map(({ name }) => name).join(', ')}\n`,
  );
}

await main();
