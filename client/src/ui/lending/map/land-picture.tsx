import { memo, useId } from 'react';
import { LAND } from './land.ts';
import { MAP_HEIGHT, MAP_WIDTH } from './projection.ts';

/** How far a funded place lights up the land round it, map units. */
const GLOW = 66;
const STAR = 'l2 6 6 2-6 2-2 6-2-6-6-2 6-2z';

/** Sea, land without borders, and the places that a funded project lit. A picture only: every place is in the table below the map. */
export const Land = memo(function Land({ lit }: { lit: readonly (readonly [x: number, y: number])[] }) {
  const id = useId();
  return (
    <svg className="map__land" viewBox={`0 0 ${MAP_WIDTH} ${MAP_HEIGHT}`} aria-hidden="true">
      <defs>
        <radialGradient id={`${id}glow`}>
          <stop offset="0" stopColor="var(--map-glow-high)" />
          <stop offset=".45" stopColor="var(--map-glow)" stopOpacity=".95" />
          <stop offset="1" stopColor="var(--map-glow)" stopOpacity="0" />
        </radialGradient>
        <clipPath id={`${id}land`}>
          <path d={LAND} clipRule="evenodd" />
        </clipPath>
        <pattern id={`${id}waves`} width="80" height="46" patternUnits="userSpaceOnUse">
          <path className="map__wave" d="M8 14q6-5 12 0t12 0M48 36q6-5 12 0t12 0" />
        </pattern>
      </defs>
      <rect width={MAP_WIDTH} height={MAP_HEIGHT} fill="var(--map-sea)" />
      <rect width={MAP_WIDTH} height={MAP_HEIGHT} fill={`url(#${id}waves)`} />
      <path className="map__shore" d={LAND} fillRule="evenodd" transform="translate(0 5)" />
      <path className="map__ground" d={LAND} fillRule="evenodd" />
      <g clipPath={`url(#${id}land)`}>
        {lit.map(([x, y]) => (
          <circle key={`${x} ${y}`} cx={x} cy={y} r={GLOW} fill={`url(#${id}glow)`} />
        ))}
      </g>
      {lit.map(([x, y]) => (
        <path key={`${x} ${y}`} className="map__star" d={`M${x} ${y - 8}${STAR}`} />
      ))}
    </svg>
  );
});
