import { Popover } from '@base-ui/react/popover';
import type { IconName } from '@bloomvale/assets/manifest';
import { EMOTES, type Emote, PHRASES } from '@bloomvale/shared/protocol/commands';
import { useState } from 'react';
import { actions } from '../../store/actions.ts';
import { Glyph, Icon } from '../parts/icon.tsx';
import { useTexts } from '../use-texts.ts';

/** Pictures that the asset build carries for each emote. */
const PICTURES: Record<Emote, IconName> = {
  wave: 'waving-hand',
  heart: 'red-heart',
  laugh: 'grinning-face-with-smiling-eyes',
  clap: 'clapping-hands',
  wow: 'star-struck',
  thanks: 'folded-hands',
};

/** Gestures and ready-made phrases: everybody's way to talk, whatever their age and language. */
export function PhraseBar() {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const done = (act: () => void) => (): void => {
    act();
    setOpen(false);
  };
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger className="icon-btn talk" aria-label={t('people.talk')}>
        <Glyph name="chat-circle" fill size="l" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className="bubble-place" side="top" align="end" sideOffset={10} collisionPadding={10}>
          <Popover.Popup className="card talk__list">
            <Popover.Title className="sr-only">{t('people.talk')}</Popover.Title>
            <ul className="talk__emotes" aria-label={t('people.emotes')}>
              {EMOTES.map((emote) => (
                <li key={emote}>
                  <button
                    type="button"
                    className="icon-btn"
                    aria-label={t(`emote.${emote}`)}
                    onClick={done(() => actions().emote(emote))}
                  >
                    <Icon name={PICTURES[emote]} size={28} />
                  </button>
                </li>
              ))}
            </ul>
            <ul className="phrases" aria-label={t('people.phrases')}>
              {PHRASES.map((phrase) => (
                <li key={phrase}>
                  <button type="button" className="btn" onClick={done(() => actions().say(phrase))}>
                    {t(`phrase.${phrase}`)}
                  </button>
                </li>
              ))}
            </ul>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
