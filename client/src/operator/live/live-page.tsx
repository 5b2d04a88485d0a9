import type { LiveView } from '@bloomvale/shared/operator/live-api';
import { useState } from 'react';
import { Banner } from '../../ui/parts/banner.tsx';
import { Button } from '../../ui/parts/button.tsx';
import { Glyph } from '../../ui/parts/icon.tsx';
import { Segmented } from '../../ui/parts/segmented.tsx';
import { useCall } from '../api/use-call.ts';
import { useWords } from '../i18n/use-words.ts';
import { Answered } from '../parts/states.tsx';
import { Tag } from '../parts/tag.tsx';
import { Page } from '../shell/page.tsx';
import { hrefTo } from '../shell/route.ts';
import { FigureTiles } from './figure-tiles.tsx';
import { FlowsPanel } from './flows-panel.tsx';
import { outOfBand } from './live-figures.ts';
import { RoomsPanel } from './rooms-panel.tsx';
import { SwitchesPanel } from './switches-panel.tsx';

const PERIODS = ['1', '7', '28'] as const;
type Period = (typeof PERIODS)[number];
const EVERY_MS = 10_000;

/** Health of the game as it runs: figures with their bands, coins made and unmade, rooms, and what can be stopped. Nothing stops by itself. */
export function LivePage() {
  const { t } = useWords();
  const [days, setDays] = useState<Period>('7');
  const [paused, setPaused] = useState(false);
  const called = useCall('live', { query: { days } }, paused ? undefined : EVERY_MS);
  return (
    <Page
      title={t('place.live')}
      about={called.answer === null ? null : <About live={called.answer} />}
      actions={
        <>
          <Segmented
            label={t('live.period')}
            value={days}
            options={PERIODS.map((value) => ({ value, label: t(`live.periods.${value}`) }))}
            onChange={setDays}
          />
          <Button aria-pressed={paused} onClick={() => setPaused(!paused)}>
            <Glyph name={paused ? 'play' : 'pause'} /> {paused ? t('live.goOn') : t('live.pause')}
          </Button>
        </>
      }
    >
      <Answered called={called}>
        {(live) => (
          <div className="op-grid">
            <Warnings live={live} />
            <FigureTiles live={live} />
            <div className="op-grid op-grid--guard">
              <FlowsPanel live={live} />
              <RoomsPanel live={live} />
            </div>
            <SwitchesPanel key={JSON.stringify(live.switches)} switches={live.switches} reload={called.reload} />
          </div>
        )}
      </Answered>
    </Page>
  );
}

function About({ live }: { live: LiveView }) {
  const { t, clock, span } = useWords();
  const { balances, checkedAt } = live.ledger;
  return (
    <>
      {checkedAt === null ? (
        <Tag>{t('live.ledgerUnchecked')}</Tag>
      ) : (
        <Tag tone={balances ? 'ok' : 'error'} glyph={balances ? 'check' : 'warning'}>
          {t(balances ? 'live.ledgerBalances' : 'live.ledgerBroken', { time: clock(checkedAt) })}
        </Tag>
      )}
      <b>{t('live.version', { version: live.version })}</b>
      <span className="muted">
        {live.monthSeconds === 0 ? t('live.standsStill') : t('live.tempo', { time: span(live.monthSeconds * 1_000) })}
      </span>
    </>
  );
}

function Warnings({ live }: { live: LiveView }) {
  const { t, integer } = useWords();
  const words = useWords();
  const out = outOfBand(live, words);
  return (
    <>
      {live.ledger.checkedAt !== null && !live.ledger.balances ? (
        <Banner kind="error" title={t('live.ledgerBrokenTitle')} role="alert">
          {t('live.ledgerBrokenText')}
        </Banner>
      ) : null}
      {out.length === 0 ? null : (
        <Banner kind="caution" title={out.map(({ text }) => text).join(' ')} role="status">
          {t('live.nothingStops')}
        </Banner>
      )}
      {live.reportsOpen + live.proposalsOpen === 0 ? null : (
        <Banner kind="info" title={t('live.waits')}>
          {live.reportsOpen === 0 ? null : (
            <a href={hrefTo(['moderation'])}>
              {t('live.reportsOpen', { count: live.reportsOpen, number: integer(live.reportsOpen) })}
            </a>
          )}{' '}
          {live.proposalsOpen === 0 ? null : (
            <a href={hrefTo(['draft'])}>
              {t('live.proposalsOpen', { count: live.proposalsOpen, number: integer(live.proposalsOpen) })}
            </a>
          )}
        </Banner>
      )}
    </>
  );
}
