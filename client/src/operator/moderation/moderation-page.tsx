import { type FormEvent, useId, useState } from 'react';
import { Button } from '../../ui/parts/button.tsx';
import { Glyph } from '../../ui/parts/icon.tsx';
import { useWords } from '../i18n/use-words.ts';
import type { PageProps } from '../pages.ts';
import { Page } from '../shell/page.tsx';
import { go, hrefTo } from '../shell/route.ts';
import { PlayerCard } from './player-card.tsx';
import { ReportQueue } from './report-queue.tsx';

/** `PublicId` of the API. */
const PUBLIC_ID = /^[\w-]{4,40}$/;

/** Reports of players, and one player by their public id: what they own, what was done, and what can be. */
export function ModerationPage({ rest }: PageProps) {
  const { t } = useWords();
  const [kind, id] = rest;
  const player = kind === 'player' && id !== undefined && PUBLIC_ID.test(id) ? id : null;
  return (
    <Page
      title={t('place.moderation')}
      about={player === null ? null : <a href={hrefTo(['moderation'])}>{t('moderation.toQueue')}</a>}
      actions={<Finder key={player ?? ''} player={player ?? ''} />}
    >
      {player === null ? <ReportQueue /> : <PlayerCard key={player} id={player} />}
    </Page>
  );
}

function Finder({ player }: { player: string }) {
  const { t } = useWords();
  const id = useId();
  const [typed, setTyped] = useState(player);
  const [tried, setTried] = useState(false);
  const wanted = typed.trim();
  const wrong = !PUBLIC_ID.test(wanted);
  const find = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!wrong) go(['moderation', 'player', wanted]);
  };
  return (
    <form className="finder" onSubmit={find} noValidate>
      <label className="sr-only" htmlFor={id}>
        {t('moderation.publicId')}
      </label>
      <input
        id={id}
        className="input"
        placeholder={t('moderation.publicId')}
        autoComplete="off"
        spellCheck={false}
        maxLength={40}
        value={typed}
        aria-invalid={tried && wrong ? true : undefined}
        aria-describedby={tried && wrong ? `${id}-why` : undefined}
        onChange={({ target }) => setTyped(target.value)}
      />
      <Button type="submit">
        <Glyph name="magnifying-glass" /> {t('moderation.find')}
      </Button>
      {tried && wrong ? (
        <p className="error" id={`${id}-why`}>
          {t('moderation.badId')}
        </p>
      ) : null}
    </form>
  );
}
