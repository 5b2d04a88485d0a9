import type { IconName } from '@bloomvale/assets/manifest';
import type { Content } from '@bloomvale/shared/content/content';
import { GOALS_MIN, type Goal, nextGoals } from '@bloomvale/shared/goals/goals';
import { useEffect, useId, useState } from 'react';
import { actions } from '../../store/actions.ts';
import { lendingStore } from '../../store/lending.ts';
import { serverNow } from '../../store/net.ts';
import { playerStore } from '../../store/player.ts';
import { roomStore } from '../../store/room.ts';
import { uiStore } from '../../store/ui.ts';
import { goToPlace } from '../hud/places.ts';
import { openPanel } from '../navigation/open.ts';
import { Button } from '../parts/button.tsx';
import { Glyph, Icon } from '../parts/icon.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { useNow } from '../use-now.ts';
import { useSlice } from '../use-slice.ts';
import { useTexts } from '../use-texts.ts';
import { type AtHome, useHousehold } from './use-household.ts';

const ICONS: Record<Goal['kind'], IconName> = {
  lend: 'globe-showing-europe-africa',
  relend: 'handshake',
  repay: 'coin',
  talk: 'red-heart',
  need: 'red-heart',
  house: 'house-with-garden',
  station: 'cooking',
  order: 'memo',
  level: 'sparkles',
  stall: 'stall',
  plot: 'seedling',
  'lend-next': 'handshake',
  village: 'houses',
};

/** Where a press on a goal leads. */
function follow(kind: Goal['kind']): void {
  if (kind === 'lend' || kind === 'relend' || kind === 'lend-next') goToPlace('lend');
  else if (kind === 'village') goToPlace('village');
  else if (kind === 'repay') openPanel({ kind: 'borrow' });
  else if (kind === 'talk' || kind === 'need' || kind === 'house') openPanel({ kind: 'family' });
  else if (kind === 'station') openPanel({ kind: 'stall', tab: 'kitchen' });
  else if (kind === 'order') openPanel({ kind: 'stall', tab: 'orders' });
  else openPanel({ kind: 'stall' });
}

/**
 * What one could do next: three goals in sight, each can be put aside, and nothing is lost with any of them. They wait for the first harvest, so
 * that a newcomer hears one voice at a time. In the village they are told by how things stood when one left home.
 */
export function Goals() {
  const here = useHousehold();
  const [home, setHome] = useState(here);
  const open = useSlice(uiStore, (ui) => ui.panel !== null);
  useEffect(() => {
    if (here !== null) setHome(here);
  }, [here]);
  if (home === null || home.household.xp === 0 || open) return null;
  return <Card home={home} />;
}

function Card({ home }: { home: AtHome }) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const list = useId();
  const wallet = useSlice(playerStore, (player) => player.wallet);
  const lent = useSlice(playerStore, (player) => player.lent);
  const owed = useSlice(playerStore, (player) => player.owed);
  const portfolio = useSlice(lendingStore, (state) => state.portfolio.value);
  const goals = nextGoals({
    ...home,
    now: serverNow(),
    wallet,
    loans: {
      lent: Math.max(portfolio?.loans.length ?? 0, lent > 0 ? 1 : 0),
      repaid: portfolio?.repaid ?? 0,
      owed,
      // What was paid of it stands on its page; here it is enough that something is owed.
      paid: 0,
    },
  }).slice(0, GOALS_MIN);
  return (
    <aside className={`goals card${open ? ' is-open' : ''}`} aria-label={t('goal.label')}>
      <h2 className="goals__title">
        <Icon name="memo" size={22} /> {t('goal.label')}
      </h2>
      <IconButton
        flat
        className="goals__fold"
        glyph="list-bullets"
        label={open ? t('goal.fewer') : t('goal.more')}
        aria-expanded={open}
        aria-controls={list}
        onClick={() => setOpen(!open)}
      />
      <ul id={list}>
        {goals.map((goal) => (
          <GoalLine key={goal.id} goal={goal} content={home.content} />
        ))}
      </ul>
      <Gift content={home.content} />
    </aside>
  );
}

function GoalLine({ goal, content }: { goal: Goal; content: Content }) {
  const { t, integer, coins } = useTexts();
  const text = useGoalText(goal, content);
  const inCoins = ['lend', 'relend', 'repay', 'station', 'stall', 'plot', 'lend-next'].includes(goal.kind);
  const figure = (value: number): string => (inCoins ? coins(value, 'whole') : integer(value));
  return (
    <li className="goal">
      <button type="button" className="goal__go" onClick={() => follow(goal.kind)}>
        <Icon name={ICONS[goal.kind]} size={24} />
        <span>{text}</span>
        {goal.needed > 1 ? (
          <span className="num">{t('kitchen.of', { have: figure(goal.have), needed: figure(goal.needed) })}</span>
        ) : null}
      </button>
      <IconButton
        flat
        glyph="x"
        label={t('goal.skip', { goal: text })}
        onClick={() => void actions().command('goal.skip', { goal: goal.id })}
      />
    </li>
  );
}

function useGoalText({ kind, about }: Goal, content: Content): string {
  const { t, local } = useTexts();
  if (kind === 'need') {
    const need = content.homestead.needs[String(about.need) as keyof typeof content.homestead.needs];
    const look = need?.looks[Number(about.tier) - 1];
    return look === undefined ? t('goal.talk') : local(look);
  }
  if (kind === 'station') {
    const station = content.homestead.stations.find(({ id }) => id === about.station);
    return t('goal.station', { station: station === undefined ? '' : local(station.name) });
  }
  if (kind === 'level') return t('goal.level', { level: Number(about.level) });
  if (kind === 'stall') return t('goal.stall', { level: Number(about.level) });
  return t(`goal.${kind}`);
}

/** Once a day there is something on the doorstep, whoever comes back and however long they were away. */
function Gift({ content }: { content: Content }) {
  const { t, coins } = useTexts();
  const now = useNow(60_000);
  const giftAt = useSlice(playerStore, (player) => player.giftAt);
  const own = useSlice(roomStore, (room) => room.own);
  const { coins: amount } = content.homestead.gift;
  if (!own || amount === 0 || now < giftAt) return null;
  return (
    <Button look="soft" block onClick={() => void actions().command('home.gift', {})}>
      <Glyph name="sparkle" size="s" /> {t('goal.gift', { amount: coins(amount, 'whole') })}
    </Button>
  );
}
