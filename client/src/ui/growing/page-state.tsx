import type { ReactNode } from 'react';
import { Banner } from '../parts/banner.tsx';
import { Button } from '../parts/button.tsx';
import { useTexts } from '../use-texts.ts';
import type { Page } from './use-page.ts';

type Props<T> = {
  readonly page: Page<T>;
  readonly reload: () => Promise<void>;
  /** What is said when nothing came. */
  readonly fault: string;
  readonly children: (value: T) => ReactNode;
};

/** A page while it is on its way, when it did not come, and when it is there. */
export function PageState<T>({ page, reload, fault, children }: Props<T>): ReactNode {
  const { t } = useTexts();
  if (page.status === 'ready') return children(page.value);
  if (page.status === 'loading') {
    return (
      <p className="muted" aria-busy="true">
        {t('common.onTheWay')}
      </p>
    );
  }
  return (
    <Banner kind="error" title={fault}>
      <Button onClick={() => void reload()}>{t('common.retry')}</Button>
    </Banner>
  );
}
