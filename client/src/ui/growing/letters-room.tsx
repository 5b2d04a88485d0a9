import type { Inbox, LetterView } from '@bloomvale/shared/protocol/growing-views';
import { useEffect, useState } from 'react';
import { actions } from '../../store/actions.ts';
import { closePanel } from '../navigation/open.ts';
import { hrefOf } from '../navigation/route.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Button } from '../parts/button.tsx';
import { Room } from '../parts/room.tsx';
import { SimLabel } from '../parts/sim-label.tsx';
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
        {(inbox) => <Letters first={inbox} />}
      </PageState>
    </Room>
  );
}

function Letters({ first }: { first: Inbox }) {
  const { t } = useTexts();
  const [letters, setLetters] = useState(first.letters);
  const [before, setBefore] = useState(first.before);
  useEffect(() => {
    const unread = letters.filter(({ read }) => !read).map(({ id }) => id);
    if (unread.length > 0) void actions().command('letter.read', { letters: unread.slice(0, MARKED_AT_ONCE) });
  }, [letters]);
  const more = async (): Promise<void> => {
    const answer = await actions().readJson<Inbox>(`/api/letters?before=${encodeURIComponent(before ?? '')}`);
    if (!answer.ok) return;
    setLetters([...letters, ...answer.value.letters]);
    setBefore(answer.value.before);
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
      {before === null ? null : <Button onClick={() => void more()}>{t('letters.more')}</Button>}
      <SimLabel />
    </div>
  );
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
