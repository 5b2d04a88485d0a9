import type { CSSProperties } from 'react';

type Props = {
  /** 0 to 1; its number always stands beside it. */
  readonly value: number;
  readonly label: string;
  readonly thin?: boolean;
  readonly late?: boolean;
};

/** Grows when someone lends: the width is a transition, so a new value from the room simply moves it. */
export function Meter({ value, label, thin = false, late = false }: Props) {
  const percent = Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <div
      className={`meter${thin ? ' meter--thin' : ''}${late ? ' meter--late' : ''}`}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
    >
      <i style={{ '--value': `${percent}%` } as CSSProperties} />
    </div>
  );
}

/** Field partner rating, 0.5 to 5: five discs; the number stands beside it. */
export function Rating({ value, label }: { value: number; label: string }) {
  return (
    <span className="rating" role="img" aria-label={label}>
      {[0, 1, 2, 3, 4].map((disc) => (
        <i key={disc} style={{ '--fill': `${Math.max(0, Math.min(1, value - disc)) * 100}%` } as CSSProperties} />
      ))}
    </span>
  );
}
