import { Popover } from '@base-ui/react/popover';
import type { ReactNode } from 'react';
import type { Term } from '../info/terms.ts';
import { hrefOf } from '../navigation/route.ts';
import { useTexts } from '../use-texts.ts';

/** A finance word with its meaning one press away. Opens on click, Enter or hover; Esc closes; a press elsewhere closes it. */
export function Gloss({ term, children }: { term: Term; children?: ReactNode }) {
  const { t } = useTexts();
  return (
    <Popover.Root>
      <Popover.Trigger className="gloss" openOnHover delay={400}>
        {children ?? t(`gloss.${term}.word`)}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className="bubble-place" side="top" align="start" sideOffset={10} collisionPadding={12}>
          <Popover.Popup className="bubble">
            <Popover.Arrow className="bubble__tip" />
            <Popover.Title render={<b />}>{t(`gloss.${term}.word`)}</Popover.Title>
            <Popover.Description render={<span />}>{t(`gloss.${term}.meaning`)}</Popover.Description>
            <a className="bubble__more" href={hrefOf({ kind: 'glossary' })}>
              {t('glossary.all')}
            </a>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
