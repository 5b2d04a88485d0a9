import { type ReactNode, useId } from 'react';

type Props = {
  readonly title: string;
  readonly level?: 2 | 3;
  /** Beside the title. */
  readonly tools?: ReactNode;
  /** No padding: for tables. */
  readonly bare?: boolean;
  readonly children: ReactNode;
  readonly foot?: ReactNode;
};

/** A white card with a head, as everything on a page of the console stands in. */
export function Panel({ title, level = 2, tools, bare = false, children, foot }: Props) {
  const id = useId();
  const Heading = `h${level}` as const;
  return (
    <section className="panel" aria-labelledby={id}>
      <header>
        <Heading id={id}>{title}</Heading>
        {tools}
      </header>
      {bare ? children : <div className="panel-body">{children}</div>}
      {foot === undefined ? null : <footer className="panel-foot">{foot}</footer>}
    </section>
  );
}
