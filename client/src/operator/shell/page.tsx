import { type ReactNode, useEffect, useRef } from 'react';
import { useWords } from '../i18n/use-words.ts';

type Props = {
  readonly title: string;
  /** Tags and notes beside the title. */
  readonly about?: ReactNode;
  /** Buttons, at the right on a desktop. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** The frame of every page: its heading, what it is about, what one can do. Focus starts on the heading when one comes from another page. */
export function Page({ title, about, actions, children }: Props) {
  const { t } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The first page of all leaves the focus where the browser begins.
    if (document.activeElement !== document.body || location.hash !== '')
      heading.current?.focus({ preventScroll: true });
    scrollTo({ top: 0, behavior: 'instant' });
  }, []);
  useEffect(() => {
    document.title = t('shell.pageTitle', { title });
  }, [t, title]);
  return (
    <>
      <header className="op-head">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {about}
        {actions === undefined ? null : <div className="op-actions row row--wrap push">{actions}</div>}
      </header>
      {children}
    </>
  );
}
