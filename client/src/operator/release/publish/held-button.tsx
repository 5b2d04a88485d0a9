import type { ReactNode } from 'react';
import { Button } from '../../../ui/parts/button.tsx';

type Props = {
  readonly primary?: boolean;
  /** Id of the sentence in sight that says why it cannot be pressed now; null when it can. */
  readonly heldBy: string | null;
  readonly onPress: () => void;
  readonly children: ReactNode;
};

/** A button of the page's head: why it is held stands in a banner below it, once for all of them. It stays focusable. */
export const HeldButton = ({ primary = false, heldBy, onPress, children }: Props) =>
  heldBy === null ? (
    <Button look={primary ? 'primary' : 'secondary'} onClick={onPress}>
      {children}
    </Button>
  ) : (
    <button
      type="button"
      className={primary ? 'btn btn--primary' : 'btn'}
      aria-disabled="true"
      aria-describedby={heldBy}
      onClick={(event) => event.preventDefault()}
    >
      {children}
    </button>
  );
