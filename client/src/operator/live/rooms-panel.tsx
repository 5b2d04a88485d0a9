import type { LiveView } from '@bloomvale/shared/operator/live-api';
import { useWords } from '../i18n/use-words.ts';
import { Panel } from '../parts/panel.tsx';
import { ScrollBox } from '../parts/scroll-box.tsx';
import { Tag } from '../parts/tag.tsx';

/** Rooms that are open, how fast they answer, and the latest faults of ours. */
export function RoomsPanel({ live }: { live: LiveView }) {
  const { t, integer, clock } = useWords();
  const ms = (value: number | null): string =>
    value === null ? '–' : t('live.ms', { number: integer(Math.round(value)) });
  return (
    <Panel
      title={t('live.roomsTitle')}
      bare
      tools={
        <span className="push muted">
          {t('live.roomsOpen', { number: integer(live.rooms.length), p95: ms(live.replies.p95Ms) })}
        </span>
      }
    >
      {live.rooms.length === 0 ? (
        <p className="panel-body muted">{t('live.noRooms')}</p>
      ) : (
        <ScrollBox label={t('live.roomsList')} className="scroll-x rooms-list">
          <table className="dense">
            <thead>
              <tr>
                <th scope="col">{t('live.room')}</th>
                <th scope="col" className="n">
                  {t('live.playersOf')}
                </th>
                <th scope="col" className="n">
                  {t('live.p95')}
                </th>
                <th scope="col" className="n">
                  {t('live.errorsHour')}
                </th>
              </tr>
            </thead>
            <tbody>
              {live.rooms.map((room) => (
                <tr key={room.id}>
                  <th scope="row">
                    {room.name} <small className="muted">{t(`live.kind.${room.kind}`)}</small>
                  </th>
                  <td className="n">
                    {t('live.seats', { players: integer(room.players), seats: integer(room.seats) })}
                  </td>
                  <td className="n">{ms(room.p95Ms)}</td>
                  <td className="n">{room.errors === 0 ? '0' : <Tag tone="error">{integer(room.errors)}</Tag>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
      <div className="panel-body">
        <h3>{t('live.lastErrors')}</h3>
        {live.errors.length === 0 ? (
          <p className="muted">{t('live.noErrors')}</p>
        ) : (
          <ul className="log">
            {live.errors.map((fault) => (
              <li key={`${fault.at} ${fault.room} ${fault.type}`}>
                <time dateTime={new Date(fault.at).toISOString()}>{clock(fault.at)}</time>
                <span>
                  <code>{fault.type}</code>{' '}
                  {t('live.times', { count: fault.count, number: integer(fault.count), room: fault.room })}{' '}
                  {fault.message}
                </span>
              </li>
            ))}
          </ul>
        )}
        <p className="muted">
          {t('live.replies', {
            p50: ms(live.replies.p50Ms),
            p95: ms(live.replies.p95Ms),
            refused: integer(live.replies.refused),
            errors: integer(live.replies.errors),
          })}
        </p>
      </div>
    </Panel>
  );
}
