import { PAUSABLE_FAUCETS } from '@bloomvale/shared/operator/faucets';
import type { Switches } from '@bloomvale/shared/operator/live-api';
import { useState } from 'react';
import { Button } from '../../ui/parts/button.tsx';
import { useAct } from '../api/use-act.ts';
import { useWords } from '../i18n/use-words.ts';
import { ask } from '../parts/ask.tsx';
import { Panel } from '../parts/panel.tsx';
import { Switch } from '../parts/switch.tsx';
import { useBlocked } from '../store/use-may.ts';
import { accountName } from './flows.ts';

type Props = { readonly switches: Switches; readonly reload: () => void };
const LONGEST = 200;

/** What an operator can stop at once, with a reason that goes into the log: listings, a faucet; and what everybody is told meanwhile. */
export function SwitchesPanel({ switches, reload }: Props) {
  const { t } = useWords();
  const blocked = useBlocked('publisher');
  const { busy, act } = useAct();
  const [en, setEn] = useState(switches.notice?.en ?? '');
  const [fr, setFr] = useState(switches.notice?.fr ?? '');
  const change = async (to: Switches, title: string, verb: string): Promise<void> => {
    const reason = await ask({ title, act: verb, reason: true });
    if (reason === null) return;
    const done = await act('setSwitches', { body: { switches: to, reason } });
    if (done?.ok === true) reload();
  };
  const flip = (to: Switches, what: string, paused: boolean): void => {
    if (blocked !== null) return;
    const verb = t(paused ? 'live.pauseIt' : 'live.resumeIt');
    void change(to, t(paused ? 'live.pauseWhat' : 'live.resumeWhat', { what }), verb);
  };
  const half = (en.trim() === '') !== (fr.trim() === '');
  const notice = en.trim() === '' ? null : { en: en.trim(), fr: fr.trim() };
  const same = JSON.stringify(notice) === JSON.stringify(switches.notice);
  return (
    <Panel title={t('live.switches')} tools={blocked === null ? null : <span className="push muted">{blocked}</span>}>
      <div className="switches">
        <fieldset disabled={blocked !== null || busy !== null}>
          <legend>{t('live.stop')}</legend>
          <Switch
            on={switches.listingsPaused}
            label={t(switches.listingsPaused ? 'live.listingsPaused' : 'live.listingsRun')}
            onChange={(paused) => flip({ ...switches, listingsPaused: paused }, t('live.listings'), paused)}
          />
          {PAUSABLE_FAUCETS.map((account) => {
            const paused = switches.pausedFaucets.includes(account);
            const name = accountName(account, t);
            const others = switches.pausedFaucets.filter((one) => one !== account);
            return (
              <Switch
                key={account}
                on={paused}
                label={t(paused ? 'live.faucetPaused' : 'live.faucetRuns', { name })}
                onChange={(to) => flip({ ...switches, pausedFaucets: to ? [...others, account] : others }, name, to)}
              />
            );
          })}
        </fieldset>
        <fieldset disabled={blocked !== null || busy !== null}>
          <legend>{t('live.notice')}</legend>
          <p className="hint">{t('live.noticeHint')}</p>
          {(
            [
              ['en', en, setEn, 'live.noticeEn'],
              ['fr', fr, setFr, 'live.noticeFr'],
            ] as const
          ).map(([locale, value, set, label]) => (
            <div className="field" key={locale}>
              <label htmlFor={`notice-${locale}`}>{t(label)}</label>
              <textarea
                id={`notice-${locale}`}
                className="input"
                lang={locale}
                rows={2}
                maxLength={LONGEST}
                value={value}
                aria-invalid={half && value.trim() === '' ? true : undefined}
                aria-describedby={half ? 'notice-both' : undefined}
                onChange={({ target }) => set(target.value)}
              />
            </div>
          ))}
          {half ? (
            <p className="error" id="notice-both">
              {t('live.noticeBoth')}
            </p>
          ) : null}
          <div className="row row--wrap">
            <Button
              look="primary"
              busy={busy === null ? false : t('live.changing')}
              blocked={blocked ?? (half ? t('live.noticeBoth') : same ? t('live.noticeSame') : null)}
              onClick={() => void change({ ...switches, notice }, t('live.noticeAsk'), t('live.noticeShow'))}
            >
              {t(notice === null ? 'live.noticeClear' : 'live.noticeShow')}
            </Button>
          </div>
        </fieldset>
      </div>
    </Panel>
  );
}
