import type { ReactNode, Ref } from 'react';

type Props = {
  readonly label: string;
  readonly className?: string;
  readonly ref?: Ref<HTMLElement>;
  readonly children: ReactNode;
};

/** A box that scrolls by itself, and may be scrolled by keyboard. */
export const ScrollBox = ({ label, className = 'scroll-x', ref, children }: Props) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
  <section className={className} tabIndex={0} aria-label={label} ref={ref}>
    {children}
  </section>
);
