/** Size of the map's drawing plane; pins and land share it. */
export const MAP_WIDTH = 1_200;
export const MAP_HEIGHT = 590;

/** Parts of the plane that the projection uses: the far south is nobody's home and left out. */
const SCALE = 217;
const CENTRE_X = 582;
const CENTRE_Y = 345;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/**
 * Natural Earth projection (Patterson 2008, polynomial by Šavrič et al. 2011): longitude and latitude in degrees to the drawing plane.
 * The whole world with familiar shapes; no continent is blown up as Mercator does.
 */
export function project(longitude: number, latitude: number): readonly [x: number, y: number] {
  const phi = radians(latitude);
  const phi2 = phi * phi;
  const phi4 = phi2 * phi2;
  const x =
    radians(longitude) * (0.8707 - 0.131979 * phi2 + phi4 * (-0.013791 + phi4 * (0.003971 * phi2 - 0.001529 * phi4)));
  const y = phi * (1.007226 + phi2 * (0.015085 + phi4 * (-0.044475 + 0.028874 * phi2 - 0.005916 * phi4)));
  return [CENTRE_X + SCALE * x, CENTRE_Y - SCALE * y];
}
