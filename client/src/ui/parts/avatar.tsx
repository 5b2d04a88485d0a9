import { flagFile, portraitFile } from '@bloomvale/assets/frames';
import type { CSSProperties } from 'react';
import { GENERATED } from './icon.tsx';

type Props = {
  /** Entrepreneur id or player preset; `-happy` is the smiling drawing. */
  readonly who: string;
  readonly size?: number;
  readonly rim?: number;
  readonly happy?: boolean;
  /** Two-letter country, drawn as decoration beside the country's name. */
  readonly country?: string;
  /** Only on the person's own page; elsewhere the name stands beside it. */
  readonly alt?: string;
};

export function Avatar({ who, size = 44, rim, happy = false, country, alt = '' }: Props) {
  const style = { '--size': `${size}px`, ...(rim === undefined ? {} : { '--rim': `${rim}px` }) } as CSSProperties;
  return (
    <span className="avatar" style={style}>
      <img
        src={`${GENERATED}/${portraitFile(who, happy)}`}
        width={size}
        height={size}
        alt={alt}
        loading="lazy"
        draggable={false}
      />
      {country === undefined ? null : (
        <img className="avatar__flag" src={`${GENERATED}/${flagFile(country)}`} alt="" loading="lazy" />
      )}
    </span>
  );
}
