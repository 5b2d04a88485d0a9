import type { PlayerView } from '@bloomvale/shared/operator/live-api';
import { useState } from 'react';
import { Banner } from '../../ui/parts/banner.tsx';
import { Button } from '../../ui/parts/button.tsx';
import { useAct } from '../api/use-act.ts';
import { useCall } from '../api/use-call.ts';
import { useWords } from '../i18n/use-words.ts';
import { ask } from '../parts/ask.tsx';
import { Panel } from '../parts/panel.tsx';
import { Answered, Empty } from '../parts/states.tsx';
import { Tag } from '../parts/tag.tsx';
import { serverNow } from '../store/session.ts';
import { useBlocked } from '../store/use-may.ts';
import { CorrectionDialog } from './correction-dialog.tsx';
import { nameOf } from './report-queue.tsx';
import { WalletLines } from './wallet-lines.tsx';

/** One player by public id. Their postings are read only when somebody asks for them, and the log keeps that. */
export function PlayerCard({ id }: { id: string }) {
  const { t } = useWords();
  const called = useCall('player', { params: { id } });
  const [lines, setLines] = useState(false);
  const [correcting, setCorrecting] = useState(false);
  const mayRead = useBlocked('editor');
  const mayCorrect = useBlocked('publisher');
  return (
    <Answered called={called}>
      {(player) => (
        <div className="op-grid">
          <Panel
            title={nameOf(player.name, t)}
            tools={
              <>
                <code className="muted">{player.id}</code>
                {player.deleted ? <Tag>{t('moderation.closedAccount')}</Tag> : null}
                {player.guest === true ? <Tag tone="info">{t('moderation.guest')}</Tag> : null}
              </>
            }
            foot={
              <div className="row row--wrap">
                <Button blocked={mayRead} onClick={() => setLines(true)}>
                  {t('moderation.readLines')}
                </Button>
                <Button blocked={mayCorrect} onClick={() => setCorrecting(true)}>
                  {t('moderation.correct')}
                </Button>
              </div>
            }
          >
            <Facts player={player} />
          </Panel>
          <Sanctions player={player} reload={called.reload} />
          {lines ? <WalletLines id={id} /> : null}
          {correcting ? <CorrectionDialog player={player} onClose={() => setCorrecting(false)} /> : null}
        </div>
      )}
    </Answered>
  );
}

function Facts({ player }: { player: PlayerView }) {
  const { t, coins, at, integer } = useWords();
  const facts: readonly (readonly [string, string])[] = [
    [t('moderation.village'), player.village],
    [t('moderation.since'), at(player.createdAt)],
    [t('moderation.seen'), at(player.seenAt)],
    [t('moderation.level'), integer(player.level)],
    [t('moderation.wallet'), coins(player.wallet)],
    [t('moderation.lent'), coins(player.lent)],
    [t('moderation.outstanding'), coins(player.outstanding)],
    [t('moderation.owed'), coins(player.owed)],
    [t('moderation.reported'), integer(player.reports)],
  ];
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="num">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Sanctions({ player, reload }: { player: PlayerView; reload: () => void }) {
  const { t, at } = useWords();
  const blocked = useBlocked('editor');
  const { busy, act } = useAct();
  const lift = async (kind: 'mute' | 'suspend'): Promise<void> => {
    const reason = await ask({ title: t(`moderation.liftAsk.${kind}`), act: t('moderation.lift'), reason: true });
    if (reason === null) return;
    const done = await act('liftSanction', { params: { id: player.id }, body: { kind, reason } });
    if (done?.ok === true) reload();
  };
  return (
    <Panel title={t('moderation.sanctions')}>
      {player.sanctions.length === 0 ? <Empty title={t('moderation.noSanctions')} /> : null}
      <ul className="reports">
        {player.sanctions.map((one) => {
          const { kind } = one;
          const holds = (kind === 'mute' || kind === 'suspend') && (one.until === null || one.until > serverNow());
          return (
            <li key={`${kind} ${one.from}`} className="report">
              <div>
                <p>
                  <b>{t(`moderation.act.${kind}`)}</b> {holds ? <Tag tone="late">{t('moderation.holds')}</Tag> : null}
                </p>
                <p>
                  {one.until === null || one.until === one.from
                    ? at(one.from)
                    : t('moderation.fromTo', { from: at(one.from), until: at(one.until) })}
                  . {t('moderation.because', { reason: one.reason })}
                </p>
              </div>
              {holds ? (
                <Button
                  blocked={blocked}
                  busy={busy === null ? false : t('moderation.lifting')}
                  onClick={() => void lift(kind)}
                >
                  {t('moderation.lift')}
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
      {player.sanctions.length === 0 ? null : <Banner kind="info" title={t('moderation.told')} />}
    </Panel>
  );
}
