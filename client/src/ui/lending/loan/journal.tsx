import type { IconName } from '@bloomvale/assets/manifest';
import type { LoanPage } from '@bloomvale/shared/protocol/views';
import { useEffect, useMemo, useState } from 'react';
import { loadJournal } from '../../../i18n/journal/journal.ts';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { useTexts } from '../../use-texts.ts';
import { type JournalLine, type JournalTexts, journalLines } from './journal-lines.ts';

const ICONS: Readonly<Record<string, IconName>> = {
  listed: 'memo',
  pool_lent: 'four-leaf-clover',
  matched: 'four-leaf-clover',
  funded: 'party-popper',
  disbursed: 'key',
  paid: 'coin',
  missed: 'cloud-with-rain',
  still_late: 'hourglass-not-done',
  paid_some: 'coin',
  caught_up: 'sun',
  rescheduled: 'memo',
  drought: 'sun',
  drought_over: 'droplet',
  illness: 'pill',
  illness_over: 'sun',
  strain: 'cloud-with-rain',
  strain_over: 'sun',
  helped: 'handshake',
  forgiven: 'red-heart',
  recovered: 'coin',
  recovery_over: 'key',
  ended: 'chequered-flag',
  ended_with_loss: 'chequered-flag',
  defaulted: 'cloud-with-rain',
  expired: 'hourglass-not-done',
};

const FIRST = 5;

function useJournalTexts(): JournalTexts | null {
  const { locale } = useTexts();
  const [loaded, setLoaded] = useState<{ readonly locale: string; readonly texts: JournalTexts } | null>(null);
  useEffect(() => {
    let wanted = true;
    loadJournal(locale)
      .then((texts) => {
        if (wanted) setLoaded({ locale, texts });
      })
      .catch(() => undefined);
    return () => {
      wanted = false;
    };
  }, [locale]);
  return loaded !== null && loaded.locale === locale ? loaded.texts : null;
}

/** What really happened to this loan, newest first, told by those it happened to. */
export function Journal({ loan, now }: { loan: LoanPage; now: number }) {
  const { t, coins, integer } = useTexts();
  const [all, setAll] = useState(false);
  const texts = useJournalTexts();
  const lines = useMemo(() => {
    if (texts === null) return [];
    const { id: loanId, sector, gender, shortName: name, partner, events } = loan;
    const teller = { loanId, sector, gender, name, partner: partner.name };
    return [...journalLines(events, teller, texts, { coins, integer })].reverse();
  }, [texts, loan, coins, integer]);
  const shown = all ? lines : lines.slice(0, FIRST);
  return (
    <section className="box" aria-labelledby="journal" aria-busy={texts === null}>
      <h2 id="journal">{t('journal.title')}</h2>
      <ul className="journal">
        {shown.map((line, i) => (
          // An event has no id, and two may share instant and kind.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <Line key={i} line={line} loan={loan} now={now} />
        ))}
      </ul>
      {shown.length < lines.length ? (
        <Button look="quiet" onClick={() => setAll(true)}>
          {t('journal.more', { count: lines.length - shown.length })}
        </Button>
      ) : null}
    </section>
  );
}

function Line({ line, loan, now }: { line: JournalLine; loan: LoanPage; now: number }) {
  const { t, span } = useTexts();
  const time = span(Math.max(0, now - line.at));
  const name = line.voice === 'partner' ? loan.partner.name : loan.shortName;
  return (
    <li>
      <Icon name={ICONS[line.kind] ?? 'memo'} size={36} />
      <p>
        <b>{line.voice === 'village' ? t('journal.ago', { time }) : t('journal.from', { time, name })}</b>
        <br />
        {line.text}
      </p>
    </li>
  );
}
