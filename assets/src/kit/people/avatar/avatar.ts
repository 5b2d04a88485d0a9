import { type Colour, dark, mix } from '../../base/colour.ts';
import { PAL } from '../../base/palette.ts';
import { freshId } from '../../base/random.ts';
import { cycle, each, ellipse, fill, group, mirror, move } from '../../base/svg.ts';
import { hairColours } from '../hair/hair-style.ts';
import { HAIR_STYLE } from '../hair/styles.ts';
import { type Head, head } from '../head.ts';
import type { Look } from '../look.ts';
import { arm, basket, legs, torso } from './body.ts';
import { backDetails, frontDetails, type Wardrobe, wardrobe } from './clothes.ts';
import { armAngles, type Direction, type Pose, STANDING, type Step, WALK_CYCLE } from './poses.ts';

type AvatarOptions = {
  direction?: Direction;
  pose?: Pose;
  /** From 0; a pose starts over after its last frame. */
  frame?: number;
  /** Off when the engine draws the contact shadow itself. */
  shadow?: boolean;
  /** Colour of the fruit in the basket, for `carry`. */
  load?: Colour;
};
type Figure = {
  readonly look: Look;
  readonly pose: Pose;
  readonly frame: number;
  readonly step: Step;
  readonly load: Colour;
};

/** A person in the world, about 92 px high, feet on (0, 0). */
export function avatar(
  look: Look,
  { direction = 'front-left', pose = 'idle', frame = 0, shadow = true, load = PAL.tomato }: AvatarOptions = {},
): string {
  const moving = pose === 'walk' || pose === 'carry';
  const step = moving ? cycle(WALK_CYCLE, frame) : { ...STANDING, lift: frame % 2 ? 0.8 : 0 };
  const figure: Figure = { look, pose, frame, step, load };
  const drawn = direction.startsWith('back') ? fromBehind(figure) : fromTheFront(figure);
  const facing = direction.endsWith('right') ? mirror(drawn) : drawn;
  const sized = (svg: string): string => (look.child && svg !== '' ? group('scale(.72)', svg) : svg);
  return sized(shadow ? ellipse(2, -1, 22, 8, '#2d3a1e', 'opacity=".22"') : '') + sized(facing);
}

function fromTheFront({ look, pose, frame, step, load }: Figure): string {
  const w = wardrobe(look);
  const h = head(look, -7);
  const [near, far] = armAngles(pose, frame, step);
  const nearArm = (x: number): string => arm(x, near, dark(w.top, 0.06), h.colours.skin);
  const body =
    legs(look, w, step, false) +
    raised(
      step,
      arm(-14, far, w.sleeveFar, h.colours.shade) +
        torso(w) +
        frontDetails(look, w) +
        (pose === 'carry' ? move(-7, -25, basket(load), 1.1) : '') +
        (pose === 'wave' ? '' : nearArm(13)),
    );
  const waving = pose === 'wave' ? group(`translate(2 ${-step.lift})`, nearArm(14)) : '';
  return (
    defs(h, w) + headAt(chestLength(look, h.back), step) + body + headAt(chestLength(look, h.front), step) + waving
  );
}

function fromBehind({ look, pose, frame, step, load }: Figure): string {
  const w = wardrobe(look);
  const h = head(look);
  const [near, far] = armAngles(pose, frame, step);
  const waving = pose === 'wave';
  const body =
    (pose === 'carry' ? move(-14, -31, basket(load)) : '') +
    legs(look, w, step, true) +
    raised(
      step,
      arm(14, waving ? near : far, w.sleeveFar, h.colours.shade) +
        torso(w) +
        backDetails(look, w) +
        arm(-14, waving ? 10 : near, w.top, h.colours.skin),
    );
  return defs(h, w) + body + headAt(chestLength(look, headFromBehind(look, h)), step);
}

const raised = ({ lift }: Step, svg: string): string => group(`translate(0 ${-lift})`, svg);
const headAt = (svg: string, { lift }: Step): string => group(`translate(0 ${-66 - lift}) scale(0.52)`, svg);
const defs = (h: Head, w: Wardrobe): string => `<defs>${h.defs}${w.cloth.def}</defs>`;

/** Neck, ears, hair and head covering from behind. */
function headFromBehind(look: Look, { colours, hair, wear }: Head): string {
  const nape = 'M-39 -12C-41 -47 41 -47 39 -12C39.5 20 26 44 0 44C-26 44 -39.5 20 -39 -12Z';
  return (
    (wear.hidesEars ? '' : each([-1, 1], (side) => ellipse(side * 40, 6, 6.5, 10, colours.shade))) +
    fill(nape, mix(colours.skin, colours.shade, 0.5)) +
    (wear.hidesHair ? '' : HAIR_STYLE[look.hair ?? 'none'].behind(hairColours(colours.hair), hair)) +
    wear.behind()
  );
}

/** Long head cloths are cut to chest length in the world, or they would hide the small body. */
function chestLength(look: Look, svg: string): string {
  if (look.wear !== 'hijab' && look.wear !== 'shawl') return svg;
  const clip = freshId('hj');
  return `<clipPath id="${clip}"><path d="M-70 -90H70V10C66 52 48 70 0 72C-48 70 -66 52 -70 10Z"/></clipPath><g clip-path="url(#${clip})">${svg}</g>`;
}
