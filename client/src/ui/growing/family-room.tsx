import type { IconName } from '@bloomvale/assets/manifest';
import type { GoodsPrice, Talk } from '@bloomvale/shared/content/homestead';
import { happiness, mostHappiness } from '@bloomvale/shared/home/home-bonus';
import { nextHouse, nextTier } from '@bloomvale/shared/home/home-cost';
import { openTalks } from '@bloomvale/shared/home/talks';
import { countOf } from '@bloomvale/shared/play/goods-count';
import { NEEDS, type Need } from '@bloomvale/shared/play/household';
import { useState } from 'react';
import { playerStore } from '../../store/player.ts';
import { closePanel } from '../navigation/open.ts';
import { Button } from '../parts/button.tsx';
import { Glyph, Icon } from '../parts/icon.tsx';
import { Meter } from '../parts/meter.tsx';
import { Room } from '../parts/room.tsx';
import { useSlice } from '../use-slice.ts';
import { useTexts } from '../use-texts.ts';
import { GoodsList } from './goods-list.tsx';
import { HomePicture } from './home-picture.tsx';
import { useAct } from './use-act.ts';
import { type AtHome, useGoHome, useHousehold } from './use-household.ts';

const NEED_ICONS: Record<Need, IconName> = {
  food: 'steaming-bowl',
  water: 'droplet',
  roof: 'house-with-garden',
  light: 'light-bulb',
  school: 'books',
  health: 'pill',
};

/** The family home: what it has, what it hopes for, what it says, and the house round it. */
export function FamilyRoom() {
  const { t } = useTexts();
  const home = useHousehold();
  useGoHome();
  return (
    <Room title={t('family.title')} emblem="red-heart" back={t('common.back')} onBack={closePanel}>
      {home === null ? (
        <p className="muted" aria-busy="true">
          {t('common.onTheWay')}
        </p>
      ) : (
        <Family home={home} />
      )}
    </Room>
  );
}

function Family({ home }: { home: AtHome }) {
  const { t, integer } = useTexts();
  const { household, content } = home;
  const [chosen, setChosen] = useState<Need>(() => mostWanted(home));
  const happy = happiness(household.home);
  const tiers = NEEDS.map((need) => `${t(`family.need.${need}`)} ${household.home.needs[need]}/3`).join(', ');
  return (
    <div className="family">
      <div className="family__inside">
        <HomePicture needs={household.home.needs} label={t('family.picture', { tiers })} />
        <Talks home={home} />
      </div>
      <div className="family__side">
        <p className="row">
          <Icon name="grinning-face-with-smiling-eyes" size={28} />
          <Meter value={happy / mostHappiness(content)} label={t('family.happiness', { points: integer(happy) })} />
          <b className="num">{integer(happy)}</b>
        </p>
        <ul className="needs">
          {NEEDS.map((need) => (
            <li key={need}>
              <NeedButton need={need} home={home} chosen={chosen === need} onChoose={() => setChosen(need)} />
            </li>
          ))}
        </ul>
        <NextStep key={chosen} need={chosen} home={home} />
        <House home={home} />
        <p className="hint row">
          <Glyph name="info" size="s" /> {t('family.neverFalls')}
        </p>
      </div>
    </div>
  );
}

/** The need that can be met now, or else the one with the lowest tier: what the panel opens on. */
function mostWanted({ household: { home }, content }: AtHome): Need {
  const open = NEEDS.filter((need) => {
    const next = nextTier(home, need, content);
    return next !== null && home.house >= next.house;
  });
  return [...open].sort((a, b) => home.needs[a] - home.needs[b])[0] ?? 'food';
}

type NeedProps = {
  readonly need: Need;
  readonly home: AtHome;
  readonly chosen: boolean;
  readonly onChoose: () => void;
};

function NeedButton({ need, home: { household, content }, chosen, onChoose }: NeedProps) {
  const { t, local } = useTexts();
  const tier = household.home.needs[need];
  const look = tier === 0 ? undefined : content.homestead.needs[need].looks[tier - 1];
  return (
    <button type="button" className="need" aria-pressed={chosen} onClick={onChoose}>
      <Icon name={NEED_ICONS[need]} size={32} />
      <span className="need__what">
        <b>{local(content.homestead.needs[need].name)}</b>
        <small>{look === undefined ? t('family.nothingYet') : local(look)}</small>
      </span>
      <span className="need__tier" aria-hidden="true">
        {[1, 2, 3].map((step) => (
          <i key={step} className={step <= tier ? 'is-there' : undefined} />
        ))}
      </span>
      <span className="num">
        <span className="sr-only">{t('family.tier')} </span>
        {tier}/3
      </span>
    </button>
  );
}

/** What the chosen need's next tier is, gives and takes. */
function NextStep({ need, home: { household, content } }: { need: Need; home: AtHome }) {
  const { t, local, coins } = useTexts();
  const act = useAct();
  const kind = content.homestead.needs[need];
  const next = nextTier(household.home, need, content);
  if (next === null) {
    return <p className="muted">{t('family.complete', { need: local(kind.name) })}</p>;
  }
  const look = kind.looks[next.tier - 1];
  return (
    <section className="step card-paper" aria-live="polite">
      <h2 className="h3">{look === undefined ? local(kind.name) : local(look)}</h2>
      <p className="muted">{local(kind.effect)}</p>
      <Cost
        goods={next.goods}
        price={next.price}
        blocked={household.home.house < next.house ? t('family.houseFirst', { house: next.house }) : null}
        busy={act.busy === 'fulfil'}
        label={t('family.fulfil', { price: coins(next.price, 'whole') })}
        onPress={() => void act.run('fulfil', 'home.fulfil', { need })}
        home={{ household, content }}
      />
    </section>
  );
}

function House({ home }: { home: AtHome }) {
  const { t, coins, integer } = useTexts();
  const act = useAct();
  const { household, content } = home;
  const next = nextHouse(household.home, content);
  if (next === null) return <p className="muted">{t('family.lastHouse')}</p>;
  const short = next.have < next.needs;
  return (
    <section className="step card-paper">
      <h2 className="h3">{t(`family.house.${next.house as 2 | 3 | 4}`)}</h2>
      <p className="muted">{t('family.houseGives', { count: next.places, places: integer(next.places) })}</p>
      <Cost
        goods={next.goods}
        price={next.price}
        blocked={
          short
            ? t('family.needsFirst', {
                have: integer(next.have),
                needed: integer(next.needs),
                tier: integer(next.tier),
              })
            : null
        }
        busy={act.busy === 'upgrade'}
        label={t('family.buildHouse', { price: coins(next.price, 'whole') })}
        onPress={() => void act.run('upgrade', 'home.upgrade', {})}
        home={home}
      />
    </section>
  );
}

type CostProps = {
  readonly goods: GoodsPrice;
  readonly price: number;
  /** Why it is not open at all yet; null when only coins and goods decide. */
  readonly blocked: string | null;
  readonly busy: boolean;
  readonly label: string;
  readonly onPress: () => void;
  readonly home: AtHome;
};

/** A price in goods and coins with its one button; what is missing is said under it. */
function Cost({ goods, price, blocked, busy, label, onPress, home: { household, content } }: CostProps) {
  const { t, coins } = useTexts();
  const wallet = useSlice(playerStore, (player) => player.wallet);
  const short = goods.some(({ good, quantity }) => countOf(household.store, good) < quantity);
  const poor = wallet < price ? t('kitchen.coinsShort', { missing: coins(price - wallet, 'whole') }) : null;
  return (
    <>
      <GoodsList goods={goods} have={(good) => countOf(household.store, good)} content={content} />
      <Button
        look={blocked === null && poor === null && !short ? 'primary' : 'soft'}
        block
        blocked={blocked ?? (short ? t('family.goodsShort') : poor)}
        busy={busy ? t('kitchen.building') : false}
        onClick={onPress}
      >
        {label}
      </Button>
    </>
  );
}

/** What somebody of the family says; hearing it once counts, and it can be heard again. */
function Talks({ home: { household, content } }: { home: AtHome }) {
  const { t, local } = useTexts();
  const act = useAct();
  const [at, setAt] = useState(0);
  const talks = openTalks(household.home, content);
  const talk: Talk | undefined = talks[at % Math.max(1, talks.length)];
  if (talk === undefined) return null;
  const fresh = !household.home.told.includes(talk.id);
  return (
    <figure className="family-talk card-paper">
      <blockquote aria-live="polite">{local(talk.text)}</blockquote>
      <figcaption>{t(`family.who.${talk.who}`)}</figcaption>
      <div className="row">
        {fresh ? (
          <Button
            look="soft"
            busy={act.busy === talk.id ? t('family.listening') : false}
            onClick={() => void act.run(talk.id, 'home.talk', { talk: talk.id })}
          >
            {t('family.listen')}
          </Button>
        ) : null}
        {talks.length > 1 ? (
          <Button look="quiet" onClick={() => setAt((at + 1) % talks.length)}>
            {t('family.nextTalk')}
          </Button>
        ) : null}
      </div>
    </figure>
  );
}
