import type { Content } from '@bloomvale/shared/content/content';
import type { Recipe, StationKind } from '@bloomvale/shared/content/homestead';
import { batchMs, readyBatches, recipeOf, stationOf, stationPlaces } from '@bloomvale/shared/kitchen/kitchen-clock';
import { startPreview } from '@bloomvale/shared/kitchen/kitchen-start';
import { countOf } from '@bloomvale/shared/play/goods-count';
import type { Batch, Household, Station } from '@bloomvale/shared/play/household';
import { levelOf } from '@bloomvale/shared/play/progress';
import { refusalText } from '../../i18n/refusal-text.ts';
import { goodById } from '../../store/content.ts';
import { playerStore } from '../../store/player.ts';
import { openPanel } from '../navigation/open.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { Meter } from '../parts/meter.tsx';
import { useNow } from '../use-now.ts';
import { useSlice } from '../use-slice.ts';
import { useTexts } from '../use-texts.ts';
import { GoodsList } from './goods-list.tsx';
import { type Act, useAct } from './use-act.ts';
import { type AtHome, useHousehold } from './use-household.ts';

const SECOND = 1_000;
/** As many as a queue can ever take: the rule puts in what fits. */
const AS_MANY_AS_FIT = 12;

/** Oven and press: what is in them, what is ready, what could go in. Nothing burns and nothing spoils. */
export function Kitchen() {
  const { t } = useTexts();
  const home = useHousehold();
  if (home === null) {
    return (
      <p className="muted" aria-busy="true">
        {t('common.onTheWay')}
      </p>
    );
  }
  return (
    <>
      <p className="muted">{t('kitchen.lead')}</p>
      {home.content.homestead.stations.map((kind) => {
        const station = stationOf(home.household, kind.id);
        return station === undefined ? (
          <ToBuild key={kind.id} kind={kind} home={home} />
        ) : (
          <Built key={kind.id} kind={kind} station={station} home={home} />
        );
      })}
    </>
  );
}

function ToBuild({ kind, home }: { kind: StationKind; home: AtHome }) {
  const { t, local, coins } = useTexts();
  const act = useAct();
  const first = kind.levels[0];
  if (first === undefined) return null;
  const name = local(kind.name);
  return (
    <section className="station" aria-labelledby={`station-${kind.id}`}>
      <h3 id={`station-${kind.id}`}>{name}</h3>
      <p className="muted">{t(`kitchen.what.${kind.id as 'oven' | 'press'}`)}</p>
      <Build
        act={act}
        kind={kind}
        home={home}
        level={0}
        label={t('kitchen.build', { price: coins(first.price, 'whole') })}
      />
      <Button look="quiet" onClick={() => openPanel({ kind: 'borrow' })}>
        {t('kitchen.borrow')}
      </Button>
    </section>
  );
}

type BuildProps = {
  readonly act: Act;
  readonly kind: StationKind;
  readonly home: AtHome;
  /** The level there is now. */
  readonly level: number;
  readonly label: string;
};

function Build({ act, kind, home, level, label }: BuildProps) {
  const { t, local, coins, integer } = useTexts();
  const wallet = useSlice(playerStore, (player) => player.wallet);
  const next = kind.levels[level];
  if (next === undefined) return null;
  const early = levelOf(home.household.xp, home.content.economy) < next.unlockLevel;
  const blocked = early
    ? t('kitchen.atLevel', { level: next.unlockLevel })
    : wallet < next.price
      ? t('kitchen.coinsShort', { missing: coins(next.price - wallet, 'whole') })
      : null;
  return (
    <Button
      look={level === 0 ? 'primary' : 'soft'}
      blocked={blocked}
      busy={act.busy === 'build' ? t('kitchen.building') : false}
      onClick={() => void act.run('build', 'kitchen.build', { station: kind.id })}
    >
      {label}
      <span className="sr-only">
        {' '}
        {local(kind.name)}, {t('kitchen.places', { count: next.queue, places: integer(next.queue) })}
      </span>
    </Button>
  );
}

function Built({ kind, station, home }: { kind: StationKind; station: Station; home: AtHome }) {
  const { t, local, coins, integer } = useTexts();
  const { household, content } = home;
  const now = useNow(station.queue.length === 0 ? 0 : SECOND);
  const act = useAct();
  const ready = readyBatches(station, now).length;
  const places = stationPlaces(household, kind.id, content);
  const name = local(kind.name);
  const next = kind.levels[station.level];
  return (
    <section className="station" aria-labelledby={`station-${kind.id}`}>
      <h3 id={`station-${kind.id}`} className="row row--between">
        {name}
        <small className="muted">
          {t('kitchen.taken', { taken: integer(station.queue.length), places: integer(places) })}
        </small>
      </h3>
      {station.queue.length === 0 ? null : (
        <ul className="queue">
          {station.queue.map((batch, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a batch is known by its place in the queue
            <QueueLine key={place} batch={batch} now={now} content={content} />
          ))}
        </ul>
      )}
      {ready > 0 ? (
        <Button
          look="primary"
          block
          busy={act.busy === 'collect' ? t('kitchen.collecting') : false}
          onClick={() => void act.run('collect', 'kitchen.collect', { station: kind.id })}
        >
          {t('kitchen.collect', { count: ready })}
          <span className="sr-only"> {name}</span>
        </Button>
      ) : null}
      <ul className="recipes">
        {content.recipes
          .filter((recipe) => recipe.station === kind.id)
          .map((recipe) => (
            <RecipeLine key={recipe.id} recipe={recipe} home={home} act={act} />
          ))}
      </ul>
      {next === undefined ? null : (
        <Build
          act={act}
          kind={kind}
          home={home}
          level={station.level}
          label={t('kitchen.enlarge', { places: integer(next.queue), price: coins(next.price, 'whole') })}
        />
      )}
    </section>
  );
}

function QueueLine({ batch, now, content }: { batch: Batch; now: number; content: Content }) {
  const { t, local, span } = useTexts();
  const recipe = recipeOf(content, batch.recipe);
  const good = recipe === undefined ? undefined : goodById(content, recipe.good);
  const name = recipe === undefined ? batch.recipe : local(recipe.name);
  const done = batch.readyAt <= now;
  const share = done ? 1 : Math.max(0, (now - batch.startsAt) / Math.max(1, batch.readyAt - batch.startsAt));
  const state = done ? t('kitchen.ready') : t('kitchen.readyIn', { time: span(batch.readyAt - now) });
  return (
    <li className="queue__line">
      <Icon good={good?.icon ?? 'basket'} size={32} />
      <b>{name}</b>
      <span className={done ? 'gain' : 'muted'}>{state}</span>
      <Meter value={share} label={`${name}: ${state}`} thin />
    </li>
  );
}

/** Why a recipe cannot go in now, in words; null when it can. What is missing stands in the list of goods beside it. */
function useWhyNot(recipe: Recipe, household: Household, content: Content): string | null {
  const texts = useTexts();
  const preview = startPreview(household, { station: recipe.station, recipe: recipe.id, times: 1 }, content);
  if (preview.ok) return null;
  const { code, detail } = preview.error;
  return code === 'GOODS_SHORT' ? texts.t('kitchen.short') : refusalText({ from: 'game', code, detail }, texts);
}

function RecipeLine({ recipe, home, act }: { recipe: Recipe; home: AtHome; act: Act }) {
  const { t, local, span, integer, coins } = useTexts();
  const { household, content } = home;
  const timeScale = useSlice(playerStore, (player) => player.timeScale);
  const good = goodById(content, recipe.good);
  const why = useWhyNot(recipe, household, content);
  const most = startPreview(household, { station: recipe.station, recipe: recipe.id, times: AS_MANY_AS_FIT }, content);
  const times = most.ok ? most.value.times : 0;
  const start = (count: number): void =>
    void act.run(`${recipe.id}${count}`, 'kitchen.start', { station: recipe.station, recipe: recipe.id, times: count });
  return (
    <li className="recipe">
      <Icon good={good?.icon ?? 'basket'} size={40} />
      <div className="recipe__what">
        <b>{local(recipe.name)}</b>
        <small className="muted">
          {t('kitchen.gives', {
            quantity: integer(recipe.quantity),
            time: span(batchMs(recipe, household, content, timeScale)),
            price: coins(good?.price ?? 0),
          })}
        </small>
        <GoodsList goods={recipe.ingredients} have={(id) => countOf(household.store, id)} content={content} />
      </div>
      <div className="recipe__act">
        <Button
          look="soft"
          blocked={why}
          busy={act.busy === `${recipe.id}1` ? t('kitchen.starting') : false}
          onClick={() => start(1)}
        >
          {t('kitchen.start')}
          <span className="sr-only"> {local(recipe.name)}</span>
        </Button>
        {times > 1 ? (
          <Button
            look="quiet"
            busy={act.busy === `${recipe.id}${times}` ? t('kitchen.starting') : false}
            onClick={() => start(times)}
          >
            {t('kitchen.startMany', { times: integer(times) })}
            <span className="sr-only"> {local(recipe.name)}</span>
          </Button>
        ) : null}
      </div>
    </li>
  );
}
