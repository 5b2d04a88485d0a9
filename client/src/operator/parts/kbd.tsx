import { Fragment } from 'react';
import { useWords } from '../i18n/use-words.ts';

/** A shortcut as its keys look: `mod+s` is Ctrl S, `g l` is G L. */
export function Kbd({ keys }: { keys: string }) {
  const { t } = useWords();
  const shown = (key: string): string => {
    if (key === 'mod') return t('keys.ctrl');
    if (key === 'shift') return t('keys.shift');
    if (key === 'enter') return t('keys.enter');
    return key.length === 1 ? key.toUpperCase() : key;
  };
  const parts = keys.split(/[ +]/);
  return (
    <>
      {parts.map((key, i) => (
        <Fragment key={key}>
          {i === 0 ? null : ' '}
          <kbd>{shown(key)}</kbd>
        </Fragment>
      ))}{' '}
    </>
  );
}
