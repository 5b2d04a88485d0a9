import type { VersionView } from '@bloomvale/shared/operator/catalogue-api';
import { useState } from 'react';
import { Button } from '../../../ui/parts/button.tsx';
import { useAct } from '../../api/use-act.ts';
import { useCall } from '../../api/use-call.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Panel } from '../../parts/panel.tsx';
import { Answered } from '../../parts/states.tsx';
import { Tag } from '../../parts/tag.tsx';
import { hrefTo } from '../../shell/route.ts';
import { refreshSession } from '../../store/session.ts';
import { tell } from '../../store/toasts.ts';
import { useBlocked } from '../../store/use-may.ts';
import { DiffWords } from '../preview/diff-words.tsx';
import { becauseText } from '../publish/proposal-words.ts';
import { ReleaseDialog } from '../publish/release-dialog.tsx';
import { whenText } from '../view/when.ts';

type Props = {
  readonly versions: readonly VersionView[];
  readonly live: number;
  readonly more: (() => void) | null;
  /** Another version may be live, or a request waits. */
  readonly onDone: () => void;
};

/** Every version that was ever live: who published it, when and why; each former one can go live again. */
export function VersionsTab({ versions, live, more, onDone }: Props) {
  const { t, locale } = useWords();
  const [back, setBack] = useState<VersionView | null>(null);
  return (
    <Panel
      bare
      title={t('release.versions')}
      tools={<span className="muted">{t('release.versionsAbout')}</span>}
      foot={more === null ? undefined : <Button onClick={more}>{t('release.olderVersions')}</Button>}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="scroll-x" tabIndex={0} aria-label={t('release.versionsRegion')}>
        <table className="dense versions">
          <caption className="sr-only">{t('release.versionsRegion')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('release.column.version')}</th>
              <th scope="col">{t('release.column.when')}</th>
              <th scope="col">{t('release.column.who')}</th>
              <th scope="col">{t('release.column.note')}</th>
              <th scope="col">{t('release.column.act')}</th>
            </tr>
          </thead>
          <tbody>
            {versions.map((version) => (
              <tr key={version.number}>
                <th scope="row">
                  <span className="num">{version.number}</span>{' '}
                  {version.live ? (
                    <Tag tone="ok" glyph="check">
                      {t('release.live')}
                    </Tag>
                  ) : null}
                </th>
                <td>{whenText(version.at, locale)}</td>
                <td>{version.author.name}</td>
                <td>
                  {version.origin === 'publish' ? null : <Tag>{t(`release.origin.${version.origin}`)}</Tag>}{' '}
                  {version.note}
                </td>
                <td>
                  <Acts version={version} onBack={() => setBack(version)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {back === null ? null : (
        <RollBack
          version={back}
          live={live}
          onClose={() => setBack(null)}
          onDone={() => {
            setBack(null);
            onDone();
          }}
        />
      )}
    </Panel>
  );
}

function Acts({ version, onBack }: { version: VersionView; onBack: () => void }) {
  const { t } = useWords();
  const blocked = useBlocked('publisher');
  if (version.live) return <span className="muted">{t('release.isLive')}</span>;
  const { number } = version;
  return (
    <span className="row">
      <a href={hrefTo(['draft', '-', 'fields'], { from: 'live', to: `v${number}` })}>
        {t('release.compareWithLive')} <span className="sr-only">{t('release.versionNumber', { number })}</span>
      </a>
      {blocked === null ? (
        <Button onClick={onBack}>
          {t('release.rollBack')} <span className="sr-only">{t('release.versionNumber', { number })}</span>
        </Button>
      ) : null}
    </span>
  );
}

type RollBackProps = { version: VersionView; live: number; onClose: () => void; onDone: () => void };

function RollBack({ version: { number, note }, live, onClose, onDone }: RollBackProps) {
  const words = useWords();
  const { t } = words;
  const { busy, act } = useAct();
  const called = useCall('diff', { query: { from: `v${live}`, to: `v${number}` } });
  const sensitive = called.answer?.sensitive ?? [];
  return (
    <ReleaseDialog
      title={t('release.rollBackTitle', { number })}
      act={sensitive.length > 0 ? t('release.askRollBack') : t('release.rollBackNow')}
      actAt={t('release.scheduleRollBack')}
      busy={busy !== null}
      scheduled={false}
      acknowledge={null}
      onClose={onClose}
      onSubmit={async (order) => {
        const answer = await act('rollBack', { params: { number }, body: order });
        if (answer?.ok !== true) return;
        tell({ text: t(`release.came.${answer.value.state}`) });
        void refreshSession();
        onDone();
      }}
    >
      <p>{t('release.rollBackBody', { note })}</p>
      <Answered called={called}>
        {({ changes }) => <DiffWords from={`v${live}`} to={`v${number}`} changes={changes} short />}
      </Answered>
      {sensitive.length > 0 ? <p>{t('release.willNeedSecond', { because: becauseText(sensitive, words) })}</p> : null}
    </ReleaseDialog>
  );
}
