import { Popover } from '@base-ui/react/popover';
import type { ReactNode } from 'react';
import { useTexts } from '../use-texts.ts';

/** Finance words with a meaning one press away. Keys of `gloss.<term>.word` and `gloss.<term>.meaning`. */
export type Term = 'partner' | 'rating' | 'cost' | 'funding' | 'currency' | 'half' | 'pool';

/** Opens on click, Enter or hover; Esc closes; one open at a time, because a press elsewhere closes it. */
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
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
