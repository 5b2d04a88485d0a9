import { useEffect, useState } from 'react';
import { currentTexts, type Texts } from '../../i18n/texts.ts';
import { contentStore, cropById, goodById } from '../../store/content.ts';
import { type Effect, onEffect } from '../../store/effects.ts';
import { growthOf } from '../../store/garden.ts';
import { playerStore } from '../../store/player.ts';
import { roomStore } from '../../store/room.ts';
import { useNow } from '../use-now.ts';
import { useSlice } from '../use-slice.ts';

/** What comes within this is said in one go: a stroke over six plots is one piece of news. */
const GATHER_MS = 600;
const TICK_MS = 1_000;

/**
 * Says what the world shows: planting, harvests, sales, what neighbours say and who comes. Seen it is a drawing that moves, heard it is a
 * sentence. What a toast says already is left to it.
 */
export function WorldNews() {
  const [lines, setLines] = useState<readonly string[]>([]);
  useRipe((line) => setLines([line]));
  useEffect(() => {
    let gathered: string[] = [];
    let timer: ReturnType<typeof setTimeout> | null = null;
    const say = (line: string | null): void => {
      if (line === null) return;
      gathered.push(line);
      timer ??= setTimeout(() => {
        setLines(gathered);
        gathered = [];
        timer = null;
      }, GATHER_MS);
    };
    const stops = [onEffect((effect) => say(newsOf(effect, currentTexts()))), onArrival((name) => say(arrival(name)))];
    return () => {
      for (const stop of stops) stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, []);
  return (
    <p className="sr-only" role="log" aria-live="polite" aria-atomic="true">
      {lines.join('. ')}
    </p>
  );
}

function newsOf(effect: Effect, { t, coins, integer, local }: Texts): string | null {
  const { content } = contentStore.getState();
  const goods = (id: string, quantity: number): string => {
    const good = goodById(content, id);
    return `${integer(quantity)} × ${good === undefined ? id : local(good.name)}`;
  };
  switch (effect.kind) {
    case 'planted': {
      const crop = cropById(content, effect.crop);
      return t('news.planted', {
        count: effect.plots.length,
        crop: crop === undefined ? effect.crop : local(crop.name),
      });
    }
    case 'harvested':
      return t('news.harvested', { goods: [...sumOf(effect.items)].map(([good, n]) => goods(good, n)).join(', ') });
    case 'sold':
      return effect.earned > 0 ? t('news.sold', { amount: coins(effect.earned) }) : null;
    case 'served':
      return t('news.served', { goods: goods(effect.good, effect.quantity), amount: coins(effect.paid) });
    case 'emote':
      return personSays(effect.id, t(`emote.${effect.emote}`), t);
    case 'say':
      return personSays(effect.id, effect.text, t);
    default:
      return null;
  }
}

function sumOf(items: readonly { readonly good: string; readonly quantity: number }[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { good, quantity } of items) sums.set(good, (sums.get(good) ?? 0) + quantity);
  return sums;
}

/** One's own words need no telling. */
function personSays(id: string, words: string, t: Texts['t']): string | null {
  if (id === playerStore.getState().id) return null;
  const name = roomStore.getState().avatars[id]?.name ?? '';
  return t('news.says', { name: name === '' ? t('people.former') : name, words });
}

const arrival = (name: string): string => currentTexts().t('news.arrived', { name });

/** Tells who comes while one is here; not who was here before. */
function onArrival(told: (name: string) => void): () => void {
  let lastVisit = roomStore.getState().visit;
  return roomStore.subscribe(
    (room) => room.avatars,
    (avatars, before) => {
      const { visit, moving } = roomStore.getState();
      const fresh = visit === lastVisit && !moving;
      lastVisit = visit;
      if (!fresh) return;
      const { id: me, blocked } = playerStore.getState();
      for (const { id, name } of Object.values(avatars)) {
        if (before[id] === undefined && id !== me && name !== '' && !blocked.includes(id)) told(name);
      }
    },
  );
}

/** Tells when crops of the own garden become ripe. */
function useRipe(told: (line: string) => void): void {
  const own = useSlice(roomStore, (room) => room.own && room.kind === 'homestead');
  const plots = useSlice(roomStore, (room) => room.plots);
  const content = useSlice(contentStore, (state) => state.content);
  const timeScale = useSlice(playerStore, (player) => player.timeScale);
  const growing = own && Object.keys(plots).length > 0;
  const now = useNow(growing ? TICK_MS : 0);
  const [said, setSaid] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    if (!own) return;
    const ripe = Object.entries(plots).filter(([, plot]) => growthOf(plot, content, timeScale, now).ripe);
    const keys = new Set(ripe.map(([n, plot]) => `${n}-${plot.plantedAt}`));
    const fresh = ripe.filter(([n, plot]) => !said.has(`${n}-${plot.plantedAt}`));
    if (fresh.length === 0 && keys.size === said.size) return;
    setSaid(keys);
    const { t, local } = currentTexts();
    const names = new Set(fresh.map(([, { crop }]) => cropById(content, crop)).filter((crop) => crop !== undefined));
    if (names.size === 0) return;
    told(t('news.ripe', { count: fresh.length, crops: [...names].map((crop) => local(crop.name)).join(', ') }));
  }, [own, plots, content, timeScale, now, said, told]);
}
