import { scaleLinear } from '@visx/scale';
import { LinePath } from '@visx/shape';

type Props = {
  /** Oldest first; null where nothing was known. */
  readonly points: readonly (number | null)[];
  readonly least: number | null;
  readonly most: number | null;
  readonly off: boolean;
  readonly label: string;
};

const WIDTH = 86;
const HEIGHT = 26;
const EDGE = 4;

/** A small line over the allowed band, ended by a disc. */
export function Spark({ points, least, most, off, label }: Props) {
  const known = points.flatMap((value, i) => (value === null ? [] : [{ i, value }]));
  const last = known.at(-1);
  if (last === undefined || known.length < 2) return <span className="spark" />;
  const bounds = [least, most].filter((bound) => bound !== null);
  const values = [...known.map(({ value }) => value), ...bounds];
  const low = Math.min(...values);
  const high = Math.max(...values);
  const y = scaleLinear<number>({
    domain: low === high ? [low - 1, high + 1] : [low, high],
    range: [HEIGHT - EDGE, EDGE],
  });
  const x = scaleLinear<number>({ domain: [0, points.length - 1], range: [EDGE, WIDTH - EDGE] });
  const top = most === null ? 0 : y(most);
  const bottom = least === null ? HEIGHT : y(least);
  return (
    <svg className={off ? 'spark spark--off' : 'spark'} width={WIDTH} height={HEIGHT} role="img" aria-label={label}>
      {bounds.length === 0 ? null : (
        <rect className="spark__band" x={0} y={top} width={WIDTH} height={Math.max(1, bottom - top)} />
      )}
      <LinePath data={known} x={({ i }) => x(i)} y={({ value }) => y(value)} className="spark__line" />
      <circle className="spark__end" cx={x(last.i)} cy={y(last.value)} r={3.5} />
    </svg>
  );
}
