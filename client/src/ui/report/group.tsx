import type { IconName } from '@bloomvale/assets/manifest';
import type { ReactNode } from 'react';
import { Icon } from '../parts/icon.tsx';

type GroupProps = {
  readonly icon: IconName;
  readonly title: string;
  readonly total?: string;
  readonly children: ReactNode;
};

/** One kind of news, with its sum. */
export function Group({ icon, title, total, children }: GroupProps) {
  return (
    <section className="box">
      <h3>
        <Icon name={icon} size={26} /> {title} {total === undefined ? null : <span className="num">{total}</span>}
      </h3>
      {children}
    </section>
  );
}
