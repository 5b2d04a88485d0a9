import type { Label, LabelSheet } from './label-sheet.ts';

/** The looks of words in the world (art direction, section 5). Sizes in CSS pixels. */
const INK = '#3b2a20';
const PAPER = '#fffdf6';
const LINE = '#ead9b8';
const PRIMARY = '#2e7d4f';
/** A family name with a digit must stand in quotes, or the canvas falls back to ten pixels of sans-serif without a word. */
const TEXT = 'Nunito, sans-serif';
const DISPLAY = '"Baloo 2", sans-serif';

export type TagKind = 'self' | 'player' | 'villager';

/**
 * Letters outside the Latin core come in font files of their own, fetched when first used. `redraw` is called when they have arrived;
 * until then the canvas shows a substitute.
 */
export function whenLettersCome(text: string, redraw: () => void): void {
  const { fonts } = document;
  if (!fonts.check(TAG_FONT, text)) fonts.load(TAG_FONT, text).then(redraw, () => {});
}

const TAG_HEIGHT = 26;
const TAG_FONT = `800 13px ${TEXT}`;
/** The longest name is 24 characters: anything wider is cut with an ellipsis. */
const TAG_WIDTH = 190;

/** A name over a head: green for oneself, white for players, with a dot for villagers, whom the game moves. */
export function nameTag(sheet: LabelSheet, name: string, kind: TagKind): Label | null {
  const dot = kind === 'villager' ? 12 : 0;
  const text = cut(sheet, name, TAG_FONT, TAG_WIDTH - 26 - dot);
  const width = Math.ceil(sheet.measure(text, TAG_FONT)) + 26 + dot;
  return sheet.take(`tag|${kind}|${text}`, width, TAG_HEIGHT, (context) => {
    const self = kind === 'self';
    pill(context, width, TAG_HEIGHT, self ? PRIMARY : 'rgb(255 253 246 / 0.94)', self ? '#ffffff' : LINE);
    if (dot > 0) leafDot(context, 15, TAG_HEIGHT / 2 - 0.5);
    context.font = TAG_FONT;
    context.fillStyle = self ? '#ffffff' : INK;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillText(text, width / 2 + dot / 2, TAG_HEIGHT / 2);
  });
}

function pill(context: CanvasRenderingContext2D, width: number, height: number, fill: string, line: string): void {
  const shape = new Path2D();
  shape.roundRect(1.25, 1.25, width - 2.5, height - 3.5, (height - 3.5) / 2);
  context.fillStyle = 'rgb(59 42 32 / 0.14)';
  context.translate(0, 1.25);
  context.fill(shape);
  context.translate(0, -1.25);
  context.fillStyle = fill;
  context.fill(shape);
  context.strokeStyle = line;
  context.lineWidth = 1.5;
  context.stroke(shape);
}

function leafDot(context: CanvasRenderingContext2D, x: number, y: number): void {
  context.fillStyle = PRIMARY;
  context.beginPath();
  context.moveTo(x - 4, y + 4);
  context.quadraticCurveTo(x - 5, y - 5, x + 4, y - 4);
  context.quadraticCurveTo(x + 5, y + 5, x - 4, y + 4);
  context.fill();
}

const SAY_FONT = `700 14px ${TEXT}`;
const SAY_WIDTH = 168;
const SAY_LINE = 18;
const SAY_TAIL = 9;

/** Words in a speech bubble; its tail ends at the bottom centre. */
export function speechBubble(sheet: LabelSheet, text: string): Label | null {
  const lines = wrap(sheet, text, SAY_FONT, SAY_WIDTH, 4);
  const widest = Math.max(...lines.map((line) => sheet.measure(line, SAY_FONT)));
  const width = Math.ceil(Math.max(40, widest + 26));
  const height = lines.length * SAY_LINE + 18 + SAY_TAIL;
  return sheet.take(`say|${text}`, width, height, (context) => {
    const body = height - SAY_TAIL;
    const shape = new Path2D();
    shape.roundRect(1, 1, width - 2, body - 2, 13);
    shape.moveTo(width / 2 - 8, body - 2);
    shape.lineTo(width / 2, height - 1);
    shape.lineTo(width / 2 + 8, body - 2);
    context.fillStyle = PAPER;
    context.shadowColor = 'rgb(59 42 32 / 0.22)';
    context.shadowBlur = 4;
    context.shadowOffsetY = 1.5;
    context.fill(shape, 'nonzero');
    context.shadowColor = 'transparent';
    context.font = SAY_FONT;
    context.fillStyle = INK;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    for (const [i, line] of lines.entries()) context.fillText(line, width / 2, 9 + SAY_LINE * (i + 0.5));
  });
}

const FLOAT_FONT = `800 26px ${DISPLAY}`;

/** White figures with a dark rim, such as "+3": readable over anything. */
export function floatingText(sheet: LabelSheet, text: string): Label | null {
  const width = Math.ceil(sheet.measure(text, FLOAT_FONT)) + 12;
  const height = 36;
  return sheet.take(`float|${text}`, width, height, (context) => {
    context.font = FLOAT_FONT;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    context.lineWidth = 5;
    context.strokeStyle = INK;
    context.strokeText(text, width / 2, height / 2 + 1);
    context.fillStyle = '#ffffff';
    context.fillText(text, width / 2, height / 2 + 1);
  });
}

function cut(sheet: LabelSheet, text: string, font: string, width: number): string {
  if (sheet.measure(text, font) <= width) return text;
  const characters = [...text];
  while (characters.length > 1 && sheet.measure(`${characters.join('')}…`, font) > width) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

function wrap(sheet: LabelSheet, text: string, font: string, width: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && sheet.measure(longer, font) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  lines.push(line);
  return lines.slice(0, most).map((each) => cut(sheet, each, font, width));
}

const BADGE = 30;
export type BadgeKind = 'construction' | 'late' | 'blooming';

/** A round sign with a plain glyph, for players who asked for marks: building, clock, tick. Says by shape what the drawing says by colour. */
export function badge(sheet: LabelSheet, kind: BadgeKind): Label | null {
  return sheet.take(`badge|${kind}`, BADGE, BADGE, (context) => {
    const middle = BADGE / 2;
    context.beginPath();
    context.arc(middle, middle, middle - 1.5, 0, Math.PI * 2);
    context.fillStyle = PAPER;
    context.fill();
    context.strokeStyle = INK;
    context.lineWidth = 2;
    context.stroke();
    context.lineWidth = 2.6;
    context.lineCap = 'round';
    context.lineJoin = 'round';
    context.stroke(BADGE_GLYPHS[kind]());
  });
}

/** Glyphs in a square of 30, drawn in strokes. Made when needed: paths exist in browsers only. */
const BADGE_GLYPHS: Readonly<Record<BadgeKind, () => Path2D>> = {
  construction: () => new Path2D('M8 20H22M8 15H22M12 15V20M18 15V20M15 10V15M8 10H22'),
  late: () => new Path2D('M15 8V15L20 18'),
  blooming: () => new Path2D('M9 15.500L13.500 20L21.500 10.500'),
};
