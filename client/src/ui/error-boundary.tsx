import { Component, type ReactNode } from 'react';
import { Button } from './parts/button.tsx';
import { useTexts } from './use-texts.ts';

function Fallback() {
  const { t } = useTexts();
  return (
    <main className="crash">
      <section className="card dialog notice" role="alert">
        <h1>{t('crash.title')}</h1>
        <p>{t('crash.body')}</p>
        <Button look="primary" block onClick={() => location.reload()}>
          {t('crash.act')}
        </Button>
      </section>
    </main>
  );
}

/** A fault of ours in the interface: one sentence and a way on, instead of a blank page. What was asked for is kept and sent after the reload. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <Fallback /> : this.props.children;
  }
}
