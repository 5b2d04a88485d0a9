import { useState } from 'react';
import { contentStore, cropById, goodById } from '../../store/content.ts';
import { growthOf } from '../../store/garden.ts';
import { intents } from '../../store/intents.ts';
import { lendingStore } from '../../store/lending.ts';
import { pendingStore } from '../../store/pending.ts';
import { playerStore } from '../../store/player.ts';
import { roomStore } from '../../store/room.ts';
import { type Highlight, uiStore, type WorldAction } from '../../store/ui.ts';
import { useNow } from '../use-now.ts';
import { useSlice } from '../use-slice.ts';
import { useTexts } from '../use-texts.ts';

/** One thing in the world that can be acted on, with the very function that a touch of it calls. */
type Thing = {
  readonly key: string;
  readonly label: string;
  readonly highlight: Highlight;
  readonly act: () => void;
};

const TICK_MS = 1_000;

/**
 * The world as a list: plots, customers, doors, shops and people, each a button that does what a touch does. It lies off screen until the
 * keyboard reaches it; a screen reader finds it like any other list. What has the focus is ringed in the world and brought into view.
 */
export function AroundMe() {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const things = [...useGarden(), ...useDoors(), ...useShops(), ...usePeople()];
  const show = (highlight: Highlight | null): void => uiStore.setState({ highlight, focus: highlight });
  return (
    <nav
      className={`around${open ? ' around--open' : ''}`}
      aria-label={t('around.title')}
      onFocus={() => setOpen(true)}
      onBlur={(event) => {
        if (event.currentTarget.contains(event.relatedTarget)) return;
        setOpen(false);
        show(null);
      }}
    >
      <h2 className="around__title">{t('around.title')}</h2>
      <ul>
        {things.map((thing) => (
          <li key={thing.key}>
            <button type="button" onFocus={() => show(thing.highlight)} onClick={thing.act}>
              {thing.label}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** A stroke of one plot: planting, harvesting or the question which crop, exactly as by a finger. */
function tapPlot(plot: number): void {
  intents.strokePlots('start', [plot]);
  intents.strokePlots('end', []);
}

function useGarden(): readonly Thing[] {
  const { t, span, local, integer } = useTexts();
  const room = useSlice(roomStore, (state) => state);
  const content = useSlice(contentStore, (state) => state.content);
  const timeScale = useSlice(playerStore, (player) => player.timeScale);
  const pending = useSlice(pendingStore, (state) => state.plots);
  const now = useNow(room.own ? TICK_MS : 0);
  if (!room.own || content === null) return [];
  const plots = Array.from({ length: room.plotCount }, (_, plot): Thing => {
    const n = plot + 1;
    const there = room.plots[plot];
    const crop = there === undefined ? undefined : cropById(content, there.crop);
    const name = crop === undefined ? '' : local(crop.name);
    const growth = there === undefined ? null : growthOf(there, content, timeScale, now);
    const label =
      pending[plot] !== undefined
        ? t('around.plotBusy', { n })
        : growth === null
          ? t('around.plotBare', { n })
          : growth.ripe
            ? t('around.plotRipe', { n, crop: name })
            : t('around.plotGrowing', { n, crop: name, time: span(growth.ripeAt - now) });
    return { key: `plot-${plot}`, label, highlight: { kind: 'plot', plot }, act: () => tapPlot(plot) };
  });
  const wishes = Object.values(room.wishes).map((wish): Thing => {
    const good = goodById(content, wish.good);
    const label = t('around.wish', {
      quantity: integer(wish.quantity),
      good: good === undefined ? wish.good : local(good.name),
    });
    const highlight = { kind: 'wish', wish: wish.id } as const;
    return { key: `wish-${wish.id}`, label, highlight, act: () => intents.tapWish(wish.id) };
  });
  return [...plots, ...wishes];
}

function useDoors(): readonly Thing[] {
  const { t } = useTexts();
  const kind = useSlice(roomStore, (room) => room.kind);
  const own = useSlice(roomStore, (room) => room.own);
  if (kind === null) return [];
  const doors: WorldAction[] =
    kind === 'village' ? ['hall', 'home'] : own ? ['stall', 'kitchen', 'home', 'village'] : ['village', 'home'];
  return doors.map((action) => ({
    key: `door-${action}`,
    label: own && action === 'home' ? t('around.door.inside') : t(`around.door.${action as 'hall'}`),
    highlight: { kind: 'object', action },
    act: () => intents.tapObject(action),
  }));
}

function useShops(): readonly Thing[] {
  const { t } = useTexts();
  const shops = useSlice(roomStore, (room) => room.shops);
  const content = useSlice(contentStore, (state) => state.content);
  const loans = useSlice(lendingStore, (state) => state.hall.loans);
  return Object.values(shops).map((shop) => {
    const name =
      loans[shop.loanId]?.name ?? content?.entrepreneurs.find((person) => person.id === shop.entrepreneur)?.name ?? '';
    return {
      key: `shop-${shop.spot}`,
      label: t(`around.shop.${shop.state}`, { name }),
      highlight: { kind: 'shop', spot: shop.spot },
      act: () => intents.tapShop(shop.loanId),
    };
  });
}

function usePeople(): readonly Thing[] {
  const { t } = useTexts();
  const avatars = useSlice(roomStore, (room) => room.avatars);
  const me = useSlice(playerStore, (player) => player.id);
  return Object.values(avatars)
    .filter((avatar) => avatar.id !== me && avatar.here)
    .map((avatar) => ({
      key: `person-${avatar.id}`,
      label: t('around.person', { name: avatar.name === '' ? t('people.former') : avatar.name }),
      highlight: { kind: 'avatar', id: avatar.id },
      act: () => intents.tapAvatar(avatar.id),
    }));
}
