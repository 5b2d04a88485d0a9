import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { createSlice } from '../../store/slice.ts';
import { Button } from '../../ui/parts/button.tsx';
import { Modal } from '../../ui/parts/modal.tsx';
import { useSlice } from '../../ui/use-slice.ts';
import { useWords } from '../i18n/use-words.ts';

/** `ReasonSchema` of the API. */
const REASON = { least: 4, most: 500 } as const;

export type Question = {
  readonly title: string;
  readonly body?: ReactNode;
  /** The verb of the button that does it. */
  readonly act: string;
  readonly danger?: boolean;
  /** Asks why; the answer is what `ask` gives back. */
  readonly reason?: boolean;
};
type Asked = Question & { readonly answer: (given: string | null) => void };
const askStore = createSlice<{ readonly asked: Asked | null }>({ asked: null });

/** Asks before something happens. @returns the reason ('' when none was asked for), or null when they thought better of it. */
export function ask(question: Question): Promise<string | null> {
  askStore.getState().asked?.answer(null);
  return new Promise((resolve) => {
    askStore.setState({
      asked: {
        ...question,
        answer: (given) => {
          askStore.setState({ asked: null });
          resolve(given);
        },
      },
    });
  });
}

export function AskDialog() {
  const asked = useSlice(askStore, (state) => state.asked);
  return asked === null ? null : <Asking key={asked.title} asked={asked} />;
}

function Asking({ asked }: { asked: Asked }) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const id = useId();
  const [tried, setTried] = useState(false);
  const short = asked.reason === true && reason.trim().length < REASON.least;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!short) asked.answer(reason.trim());
  };
  return (
    <Modal title={asked.title} onClose={() => asked.answer(null)} width={480}>
      <form className="stack" onSubmit={submit}>
        {asked.body === undefined ? null : <div>{asked.body}</div>}
        {asked.reason === true ? (
          <div className="field">
            <label htmlFor={id}>{t('ask.reason')}</label>
            <textarea
              id={id}
              className="input"
              rows={3}
              maxLength={REASON.most}
              value={reason}
              aria-invalid={tried && short ? true : undefined}
              aria-describedby={`${id}-hint`}
              onChange={({ target }) => setReason(target.value)}
            />
            <p className={tried && short ? 'error' : 'hint'} id={`${id}-hint`}>
              {tried && short ? t('ask.reasonShort') : t('ask.reasonHint')}
            </p>
          </div>
        ) : null}
        <div className="dialog__foot row row--wrap">
          <Button look={asked.danger === true ? 'danger' : 'primary'} type="submit">
            {asked.act}
          </Button>
          <Button onClick={() => asked.answer(null)}>{t('common.cancel')}</Button>
        </div>
      </form>
    </Modal>
  );
}
