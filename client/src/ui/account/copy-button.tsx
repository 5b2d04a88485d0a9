import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Glyph } from '../parts/icon.tsx';
import { useTexts } from '../use-texts.ts';

/** Puts a text on the clipboard and says that it did; a browser that refuses leaves it to be copied by hand. */
export function CopyButton({ text }: { text: string }) {
  const { t } = useTexts();
  const [done, setDone] = useState(false);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setDone(true);
    } catch {
      setDone(false);
    }
  };
  return (
    <Button onClick={copy}>
      <Glyph name={done ? 'check' : 'copy'} />{' '}
      <span aria-live="polite">{done ? t('common.copied') : t('common.copy')}</span>
    </Button>
  );
}
