import { nameTag, type TagKind, whenLettersCome } from '../textures/label-styles.ts';
import type { WorldContext } from '../world-context.ts';
import type { AvatarView } from './avatar-view.ts';

/** Puts a name over somebody's head, none when it is empty, and draws it again when rarer letters have been fetched. */
export function nameAvatar(view: AvatarView, { labels, driver }: WorldContext, text: string, kind: TagKind): void {
  const write = () => view.name(text === '' ? null : nameTag(labels, text, kind));
  write();
  whenLettersCome(text, () => {
    // Given back first: the sheet would hand out the old drawing again.
    view.name(null);
    write();
    driver.invalidate();
  });
}
