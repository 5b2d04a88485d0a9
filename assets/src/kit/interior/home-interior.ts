import { atTile, footprintShadow, onLeftWall, project } from '../base/iso.ts';
import { PAL } from '../base/palette.ts';
import { each, group, move, type Point, polygon } from '../base/svg.ts';
import { avatar } from '../people/avatar/avatar.ts';
import type { Look } from '../people/look.ts';
import { flowerPot } from '../props/garlands.ts';
import { foodCorner } from './food-corner.ts';
import { healthCorner } from './health-corner.ts';
import { lightSource } from './light-source.ts';
import type { RoomThing, Tiers } from './need-tiers.ts';
import { roofEdge, windowAt } from './openings.ts';
import { FINISH, floor, walls } from './room.ts';
import { D, H, W } from './room-geometry.ts';
import { schoolCorner } from './school-corner.ts';
import { FAMILY_SPOTS, leak, rug, TABLE, table } from './table.ts';
import { waterPlace } from './water-place.ts';

type Standing = { readonly depth: number; readonly svg: string };

/**
 * The family home seen inside: a cut-away room whose six needs are each seen at their tier.
 * The origin is the middle of the floor.
 * @param family up to three people; a child carries `child: true`
 */
export function homeInterior(tiers: Tiers, family: readonly Look[] = []): string {
  const finish = FINISH[tiers.roof];
  const source = lightSource(tiers.light);
  const corners = [
    foodCorner(tiers.food),
    waterPlace(tiers.water),
    schoolCorner(tiers.school),
    healthCorner(tiers.health),
  ];
  const standing: Standing[] = [
    ...corners.flatMap(({ things }) => things.map(placed)),
    { depth: TABLE.x + TABLE.y, svg: table(tiers, source) },
    ...family.slice(0, FAMILY_SPOTS.length).map(familyMember),
  ];
  if (tiers.roof === 0) standing.push({ depth: 7.7, svg: leak() });
  if (tiers.roof >= 2) standing.push({ depth: 8.6, svg: atTile(4.6, 1.3, flowerPot(PAL.rose), 1.1) });
  standing.sort((a, b) => a.depth - b.depth);
  const [cx, cy] = project(W / 2, D / 2);
  return move(
    -cx,
    -cy,
    group('translate(0 10)', footprintShadow(0, 0, W, D, 0.8)) +
      floor(finish.floor) +
      walls(finish, tiers.roof) +
      backWindow(tiers) +
      each(corners, ({ wall }) => wall) +
      roofEdge(finish.edge) +
      rug(tiers.roof) +
      each(standing, ({ svg }) => svg) +
      (source.dim ? dusk(source.dim) : '') +
      (source.onTable ? atTile(TABLE.x, TABLE.y, move(-2, -6, source.onTable), 1, 0.74) : '') +
      move(...project(TABLE.x, TABLE.y, 3.75), source.hanging),
  );
}

const placed = ([x, y, svg, scale = 1]: RoomThing): Standing => ({
  depth: x + y,
  svg: x !== 0 || Math.abs(y) > 0.05 ? atTile(x, y, svg, scale) : svg,
});

function familyMember(look: Look, index: number): Standing {
  const [x, y, direction] = FAMILY_SPOTS[index] ?? [0, 0, 'front-left'];
  return { depth: x + y, svg: atTile(x, y, avatar(look, { direction, pose: look.child ? 'wave' : 'idle' }), 0.98) };
}

function backWindow({ roof }: Tiers): string {
  const curtains = roof === 3 ? PAL.marigold : roof === 2 ? PAL.teal : null;
  const frame = roof < 2 ? PAL.woodDk : PAL.wood;
  return onLeftWall(1.75, 0, H, windowAt(8, 32, 32, 36, frame, { curtains, shutter: roof === 0 }));
}

/** A veil over the room that grows darker the less light there is. */
const dusk = (opacity: number): string =>
  polygon(
    [project(0, D, H), project(0, 0, H), project(W, 0, H), project(W, 0), project(W, D), project(0, D)],
    '#35204f',
    `opacity="${opacity}" stroke="none"`,
  );

/** Where a family member stands, in px from the room's origin: to place a speech bubble above the head. */
export function familySpotPx(index: 0 | 1 | 2): Point {
  const [x, y] = FAMILY_SPOTS[index] ?? [0, 0];
  const [px, py] = project(x, y);
  const [cx, cy] = project(W / 2, D / 2);
  return [px - cx, py - cy];
}
