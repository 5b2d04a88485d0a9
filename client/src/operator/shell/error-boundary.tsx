import { Component, type ReactNode } from 'react';
import { Banner } from '../../ui/parts/banner.tsx';
import { Button } from '../../ui/parts/button.tsx';
import { useWords } from '../i18n/use-words.ts';

function Fallback() {
  const { t } = useWords();
  return (
    <Banner kind="error" title={t('crash.title')} role="alert">
      <p>{t('crash.body')}</p>
      <Button onClick={() => location.reload()}>{t('crash.act')}</Button>
    </Banner>
  );
}

/** A fault of ours on one page: a sentence and a way on; the navigation stays. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <Fallback /> : this.props.children;
  }
}
