import { Dialog } from '@base-ui/react/dialog';
import { type CSSProperties, type ReactNode, useRef } from 'react';
import { pageHeading } from '../use-focus-home.ts';
import { useTexts } from '../use-texts.ts';
import { IconButton } from './icon-button.tsx';

type Props = {
  readonly title: ReactNode;
  readonly onClose: () => void;
  /** Width on a desktop, px; a phone gets a bottom sheet. */
  readonly width?: number;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
};

/**
 * A dialog on the world: centred, or a bottom sheet on a phone. The whole layer scrolls, not the inside of the card. Focus goes to the title,
 * is kept inside, and returns where it came from; Esc, the cross and a press beside it close.
 */
export function Modal({ title, onClose, width = 560, lead, children }: Props) {
  const { t } = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  const opener = useRef(document.activeElement);
  // What opened it may be gone (the loan was completed): then the page's heading, never the top of the document.
  const back = (): HTMLElement | null => {
    const { current } = opener;
    return current instanceof HTMLElement && current.isConnected && current !== document.body ? current : pageHeading();
  };
  return (
    <Dialog.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Backdrop className="veil" />
        <Dialog.Viewport className="stage">
          <Dialog.Popup
            className="card dialog"
            style={{ '--w': `${width}px` } as CSSProperties}
            initialFocus={heading}
            finalFocus={back}
          >
            <Dialog.Close render={<IconButton className="dialog__close" label={t('common.close')} glyph="x" />} />
            <header className="dialog__head">
              {lead}
              <Dialog.Title className="dialog__title" ref={heading} tabIndex={-1}>
                {title}
              </Dialog.Title>
            </header>
            {children}
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
