import type { Album, AlbumPerson } from '@bloomvale/shared/protocol/growing-views';
import { contentStore, goodById } from '../../store/content.ts';
import { closePanel } from '../navigation/open.ts';
import { hrefOf } from '../navigation/route.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Icon } from '../parts/icon.tsx';
import { Room } from '../parts/room.tsx';
import { SimLabel } from '../parts/sim-label.tsx';
import { useSlice } from '../use-slice.ts';
import { useTexts } from '../use-texts.ts';
import { PageState } from './page-state.tsx';
import { useMailTabs } from './use-mail-tabs.ts';
import { usePage } from './use-page.ts';

/** Who one has met and funded, what they left, and every good one has had. */
export function AlbumRoom() {
  const { t } = useTexts();
  const { page, reload } = usePage<Album>('/api/album');
  return (
    <Room
      title={t('album.title')}
      emblem="open-book"
      back={t('common.back')}
      onBack={closePanel}
      tabs={useMailTabs('album')}
    >
      <PageState page={page} reload={reload} fault={t('letters.notLoaded')}>
        {(album) => (
          <div className="stack stack--l">
            <People album={album} />
            <Goods album={album} />
            <SimLabel />
          </div>
        )}
      </PageState>
    </Room>
  );
}

function People({ album }: { album: Album }) {
  const { t, integer } = useTexts();
  return (
    <section aria-labelledby="album-people">
      <h2 id="album-people" className="row row--between">
        {t('album.people')}
        <small className="num">
          {t('album.peopleCount', { have: integer(album.people.length), all: integer(album.peopleInAll) })}
        </small>
      </h2>
      {album.people.length === 0 ? <p className="muted">{t('album.empty')}</p> : null}
      <ul className="album">
        {album.people.map((person) => (
          <Person key={person.entrepreneur} person={person} />
        ))}
      </ul>
    </section>
  );
}

function Person({ person }: { person: AlbumPerson }) {
  const { t, local, coins, integer, country } = useTexts();
  return (
    <li className="album__person card-paper">
      <Avatar who={person.entrepreneur} country={person.country} size={72} />
      <div className="stack stack--s">
        <b>{person.name}</b>
        <small className="muted">
          {local(person.activity)}, {person.town}, {country(person.country)}
          {person.visits === 0 ? null : `, ${t('album.visits', { count: person.visits })}`}
        </small>
        {person.chapters.map((chapter) => (
          <details key={chapter.loanId}>
            <summary>
              {t('album.chapter', { n: integer(chapter.chapter) })} {t('album.lent', { amount: coins(chapter.lent) })},{' '}
              {t(`album.outcome.${chapter.outcome}`)}
            </summary>
            <p>{local(chapter.story)}</p>
            <a href={hrefOf({ kind: 'loan', loanId: chapter.loanId })}>
              {t('letters.loan')}
              <span className="sr-only"> {person.name}</span>
            </a>
          </details>
        ))}
        {person.keepsakes.map((keepsake) => (
          <small key={local(keepsake.name)} className="muted">
            {t('letters.keepsake', { what: local(keepsake.name) })}
          </small>
        ))}
      </div>
    </li>
  );
}

function Goods({ album }: { album: Album }) {
  const { t, integer, local } = useTexts();
  const content = useSlice(contentStore, (state) => state.content);
  return (
    <section aria-labelledby="album-goods">
      <h2 id="album-goods" className="row row--between">
        {t('album.goods')}
        <small className="num">
          {t('album.goodsCount', { have: integer(album.goods.length), all: integer(album.goodsInAll) })}
        </small>
      </h2>
      <ul className="album__goods">
        {album.goods.map(({ good, quantity }) => {
          const known = content === null ? undefined : goodById(content, good);
          return (
            <li key={good}>
              <Icon good={known?.icon ?? 'basket'} size={36} />
              <b>{known === undefined ? good : local(known.name)}</b>
              <span className="num">{integer(quantity)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
