import type { Inbox, LetterView } from '@bloomvale/shared/protocol/growing-views';
import { useEffect, useMemo, useRef, useState } from 'react';
import { actions } from '../../store/actions.ts';
import { playerStore } from '../../store/player.ts';
import { closePanel } from '../navigation/open.ts';
import { hrefOf } from '../navigation/route.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Button } from '../parts/button.tsx';
import { Room } from '../parts/room.tsx';
import { SimLabel } from '../parts/sim-label.tsx';
import { useSlice } from '../use-slice.ts';
import { useTexts } from '../use-texts.ts';
import { PageState } from './page-state.tsx';
import { useMailTabs } from './use-mail-tabs.ts';
import { usePage } from './use-page.ts';

/** As many as one command marks as read. */
const MARKED_AT_ONCE = 50;

/** What people the player lent to have written, newest first. Opened is read. */
export function LettersRoom() {
  const { t } = useTexts();
  const { page, reload } = usePage<Inbox>('/api/letters');
  return (
    <Room
      title={t('letters.title')}
      emblem="memo"
      back={t('common.back')}
      onBack={closePanel}
      tabs={useMailTabs('letters')}
    >
      <PageState page={page} reload={reload} fault={t('letters.notLoaded')}>
        {(inbox) => <Letters inbox={inbox} reload={reload} />}
      </PageState>
    </Room>
  );
}

type LettersProps = { readonly inbox: Inbox; readonly reload: () => Promise<void> };

function Letters({ inbox, reload }: LettersProps) {
  const { t } = useTexts();
  const [older, setOlder] = useState<{ readonly letters: readonly LetterView[]; readonly before: string | null }>({
    letters: [],
    before: inbox.before,
  });
  const letters = useSeen(inbox, older.letters);
  useReading(letters, reload);
  const more = async (): Promise<void> => {
    const answer = await actions().readJson<Inbox>(`/api/letters?before=${encodeURIComponent(older.before ?? '')}`);
    if (answer.ok) setOlder({ letters: [...older.letters, ...answer.value.letters], before: answer.value.before });
  };
  if (letters.length === 0) return <p className="muted">{t('letters.empty')}</p>;
  return (
    <div className="stack">
      <ul className="letters">
        {letters.map((letter) => (
          <li key={letter.id}>
            <Letter letter={letter} />
          </li>
        ))}
      </ul>
      {older.before === null ? null : <Button onClick={() => void more()}>{t('letters.more')}</Button>}
      <SimLabel />
    </div>
  );
}

/** Every letter seen since the room was opened, newest first, each as it was first: what is new today stays marked as new while one reads. */
function useSeen(inbox: Inbox, older: readonly LetterView[]): readonly LetterView[] {
  const seen = useRef(new Map<string, LetterView>());
  return useMemo(() => {
    const now = new Map([...inbox.letters, ...seen.current.values(), ...older].map((letter) => [letter.id, letter]));
    for (const [id, letter] of now) if (!seen.current.has(id)) seen.current.set(id, letter);
    return [...now.keys()].flatMap((id) => seen.current.get(id) ?? []);
  }, [inbox, older]);
}

/** Marks as read what is shown; one that arrives meanwhile is fetched and marked, too. */
function useReading(letters: readonly LetterView[], reload: () => Promise<void>): void {
  const waiting = useSlice(playerStore, (player) => player.letters);
  const marked = useRef(new Set<string>());
  const [marking, setMarking] = useState(false);
  const unread = letters.filter(({ id, read }) => !read && !marked.current.has(id));
  const ids = unread.slice(0, MARKED_AT_ONCE).map(({ id }) => id);
  const key = ids.join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the ids
  useEffect(() => {
    if (ids.length === 0 || marking) return;
    setMarking(true);
    void actions()
      .command('letter.read', { letters: ids })
      .then(() => {
        for (const id of ids) marked.current.add(id);
        setMarking(false);
      });
  }, [key, marking]);
  // What still waits once all that is here has been marked came after this page was read.
  useEffect(() => {
    if (waiting > 0 && key === '' && !marking) void reload();
  }, [waiting, key, marking, reload]);
}

function Letter({ letter }: { letter: LetterView }) {
  const { t, local, date, country } = useTexts();
  return (
    <article className="letter card-paper" aria-labelledby={`letter-${letter.id}`}>
      <header className="row">
        <Avatar who={letter.entrepreneur} country={letter.country} size={56} />
        <div>
          <h2 className="h3" id={`letter-${letter.id}`}>
            {letter.name}
          </h2>
          <small className="muted">
            {letter.town}, {country(letter.country)},{' '}
            <time dateTime={new Date(letter.at).toISOString()}>{date(letter.at)}</time>
          </small>
        </div>
        {letter.read ? null : <span className="tag tag--info">{t('letters.new')}</span>}
      </header>
      <p className="letter__text">{local(letter.text)}</p>
      {letter.keepsake === null ? null : (
        <p className="muted">{t('letters.keepsake', { what: local(letter.keepsake.name) })}</p>
      )}
      <a href={hrefOf({ kind: 'loan', loanId: letter.loanId })}>
        {t('letters.loan')}
        <span className="sr-only"> {letter.name}</span>
      </a>
    </article>
  );
}
