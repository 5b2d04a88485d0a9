import { type ComponentProps, type ReactNode, useId } from 'react';

type Look = 'primary' | 'secondary' | 'soft' | 'quiet' | 'danger';
type Props = Omit<ComponentProps<'button'>, 'disabled'> & {
  readonly look?: Look;
  readonly big?: boolean;
  readonly block?: boolean;
  /** Keeps its place and its focus, shows the verb in -ing, ignores presses. */
  readonly busy?: string | false;
  /** Why it cannot be pressed now; stands in sight below the button and is read with it. It stays focusable. */
  readonly blocked?: string | null;
};

const LOOKS: Record<Look, string> = {
  primary: ' btn--primary',
  secondary: '',
  soft: ' btn--soft',
  quiet: ' btn--quiet',
  danger: ' btn--danger',
};

export function Button(props: Props): ReactNode {
  const { look = 'secondary', big = false, block = false, busy = false, blocked = null, ...rest } = props;
  const reason = useId();
  const idle = busy === false && blocked === null;
  const className = `btn${LOOKS[look]}${big ? ' btn--big' : ''}${block ? ' btn--block' : ''}${busy === false ? '' : ' is-loading'}${rest.className === undefined ? '' : ` ${rest.className}`}`;
  const button = (
    <button
      type="button"
      {...rest}
      className={className}
      onClick={idle ? rest.onClick : (event) => event.preventDefault()}
      aria-busy={busy === false ? undefined : true}
      aria-disabled={idle ? undefined : true}
      aria-describedby={blocked === null ? rest['aria-describedby'] : reason}
    >
      {busy === false ? (
        rest.children
      ) : (
        <>
          <span className="spinner" aria-hidden="true" /> {busy}
        </>
      )}
    </button>
  );
  if (blocked === null) return button;
  return (
    <div className={block ? 'stack stack--s' : 'stack stack--s btn-why'}>
      {button}
      <p className="hint" id={reason}>
        {blocked}
      </p>
    </div>
  );
}
