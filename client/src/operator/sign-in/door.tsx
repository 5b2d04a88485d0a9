import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { LanguageSwitch } from '../parts/language-switch.tsx';

/** What stands before the console: one card in the middle. */
export function Door({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useWords();
  return (
    <main className="op-door">
      <section className="panel op-door__card">
        <header>
          <p className="logo">Bloomvale</p>
          <span className="muted">{t('shell.console')}</span>
        </header>
        <div className="panel-body stack">
          <h1>{title}</h1>
          {children}
        </div>
      </section>
      <LanguageSwitch />
    </main>
  );
}
