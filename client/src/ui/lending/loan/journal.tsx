import type { IconName } from '@bloomvale/assets/manifest';
import type { LoanEventView, LoanPage } from '@bloomvale/shared/protocol/views';
import { useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { useTexts } from '../../use-texts.ts';

/** Kinds of events the page has words for; a kind of a newer server is passed over rather than shown as a code. */
const EVENTS = {
  listed: 'memo',
  pool_lent: 'four-leaf-clover',
  matched: 'four-leaf-clover',
  funded: 'party-popper',
  disbursed: 'key',
  paid: 'coin',
  missed: 'cloud-with-rain',
  still_late: 'cloud-with-rain',
  paid_some: 'coin',
  caught_up: 'sun',
  ended: 'chequered-flag',
  ended_with_loss: 'chequered-flag',
  defaulted: 'cloud-with-rain',
  expired: 'hourglass-not-done',
} as const satisfies Record<string, IconName>;
type Known = keyof typeof EVENTS;
const isKnown = (kind: string): kind is Known => Object.hasOwn(EVENTS, kind);

const FIRST = 5;

/** What really happened to this loan, newest first. */
export function Journal({ loan, now }: { loan: LoanPage; now: number }) {
  const { t } = useTexts();
  const [all, setAll] = useState(false);
  const known = loan.events.filter((event) => isKnown(event.kind)).sort((a, b) => b.at - a.at);
  const shown = all ? known : known.slice(0, FIRST);
  return (
    <section className="box" aria-labelledby="journal">
      <h2 id="journal">{t('journal.title')}</h2>
      <ul className="journal">
        {shown.map((event, i) => (
          // An event has no id, and two may share instant and kind.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <Line key={i} event={event} loan={loan} now={now} />
        ))}
      </ul>
      {shown.length < known.length ? (
        <Button look="quiet" onClick={() => setAll(true)}>
          {t('journal.more', { count: known.length - shown.length })}
        </Button>
      ) : null}
    </section>
  );
}

function Line({ event, loan, now }: { event: LoanEventView; loan: LoanPage; now: number }) {
  const { t, coins, span } = useTexts();
  if (!isKnown(event.kind)) return null;
  const amount = Number(event.data.principal ?? event.data.amount ?? event.data.raised ?? event.data.repaid ?? 0);
  return (
    <li>
      <Icon name={EVENTS[event.kind]} size={36} />
      <p>
        <b>{t('journal.ago', { time: span(now - event.at) })}</b>
        <br />
        {t(`journal.${event.kind}`, { name: loan.shortName, amount: coins(amount) })}
      </p>
    </li>
  );
}
