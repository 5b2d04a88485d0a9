import type { ReactNode } from 'react';

type Props = {
  /** Names the region that scrolls. */
  readonly label: string;
  /** Names the table for whoever does not see what stands round it. */
  readonly caption: string;
  /** `thead` and `tbody`. */
  readonly children: ReactNode;
};

/** A table that scrolls sideways where it is too wide, and may be scrolled by keyboard. */
export const ScrollTable = ({ label, caption, children }: Props) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
  <section className="scroll-x" tabIndex={0} aria-label={label}>
    <table className="table">
      <caption className="sr-only">{caption}</caption>
      {children}
    </table>
  </section>
);
