import type { Growing } from '../content/growing.ts';
import type { Homestead } from '../content/homestead.ts';
import type { Economy } from '../content/play.ts';
import { NEEDS } from '../play/household.ts';
import type { Place, Tell } from './finding.ts';
import type { JudgedContent } from './judged-content.ts';

/** Simulated hours: a funding window of less than a day is over before a village has met, one of more than a quarter keeps coins locked. */
const WINDOW_HOURS = [24, 2_160] as const;

type Steps = readonly (number | undefined)[];

/** Tables that have to rise, limits that have to hold each other, and what no player could ever reach. */
export function tellEconomy(judged: JudgedContent, tell: Tell): void {
  const { economy, homestead, growing } = judged.parts;
  if (economy !== null) tellTables(economy, tell);
  if (economy !== null && homestead !== null) tellHomestead(homestead, economy, tell);
  if (growing !== null) tellGrowing(growing, tell);
  if (economy !== null) tellLevels(judged, economy, tell);
  tellTalks(judged, tell);
  tellMaps(judged, economy, tell);
  if (homestead !== null && judged.lists.crops.every(({ growSeconds }) => growSeconds < homestead.nightSeconds)) {
    tell({ section: 'homestead', path: ['nightSeconds'] }, 'night_without_crop', { seconds: homestead.nightSeconds });
  }
}

/** Tells the first step of a table that does not rise, or that falls. */
function tellSteps(
  steps: Steps,
  at: (i: number) => Place,
  code: 'not_rising' | 'falling' | 'price_falling',
  tell: Tell,
): void {
  for (let i = 1; i < steps.length; i++) {
    const [before, now] = [steps[i - 1] ?? 0, steps[i] ?? 0];
    if (code === 'not_rising' ? now > before : now >= before) continue;
    tell(at(i), code, { before, now });
    return;
  }
}

/** Tells a limit that is above the one over it. */
function tellLimit(place: Place, value: number, most: number, other: string, tell: Tell): void {
  if (value > most) tell(place, 'more_than', { value, most, other });
}

function tellTables(economy: Economy, tell: Tell): void {
  const at = (...path: (string | number)[]): Place => ({ section: 'economy', path });
  const { stall, lending } = economy;
  tellSteps(economy.levelXp, (i) => at('levelXp', i), 'not_rising', tell);
  tellSteps(economy.plotsByLevel, (i) => at('plotsByLevel', i), 'falling', tell);
  tellLimit(at('lending', 'openMin'), lending.openMin, lending.openMax, 'economy.lending.openMax', tell);
  tellLimit(
    at('stall', 'minCustomerSeconds'),
    stall.minCustomerSeconds,
    stall.customerSeconds,
    'economy.stall.customerSeconds',
    tell,
  );
  tellLimit(at('stall', 'dayBase'), stall.dayBase, economy.stallDailyCap, 'economy.stallDailyCap', tell);
  const [least, most] = WINDOW_HOURS;
  const { windowSimHours } = lending;
  if (windowSimHours < least || windowSimHours > most)
    tell(at('lending', 'windowSimHours'), 'window_unusual', { hours: windowSimHours, least, most });
}

/** What is bought never takes anything away, and the next step is not cheaper than the last. */
function tellHomestead({ stall, stations, needs, houses }: Homestead, economy: Economy, tell: Tell): void {
  const at = (...path: (string | number)[]): Place => ({ section: 'homestead', path });
  const grows = (steps: Steps, path: (string | number)[], field: string, first: number): void =>
    tellSteps(steps, (i) => at(...path, i - first, field), 'falling', tell);
  const price = (steps: readonly { readonly price: number }[], ...path: (string | number)[]): void =>
    tellSteps(
      steps.map((step) => step.price),
      (i) => at(...path, i, 'price'),
      'price_falling',
      tell,
    );
  grows([economy.stall.slots, ...stall.map(({ slots }) => slots)], ['stall'], 'slots', 1);
  grows([economy.stall.slotCapacity, ...stall.map(({ capacity }) => capacity)], ['stall'], 'capacity', 1);
  grows([0, ...houses.map(({ places }) => places)], ['houses'], 'places', 1);
  price(stall, 'stall');
  for (const [s, { levels }] of stations.entries()) {
    grows(
      levels.map(({ queue }) => queue),
      ['stations', s, 'levels'],
      'queue',
      0,
    );
    price(levels, 'stations', s, 'levels');
  }
  for (const need of NEEDS)
    grows([0, ...needs[need].tiers.map(({ bonus }) => bonus)], ['needs', need, 'tiers'], 'bonus', 1);
}

function tellGrowing({ ownLoan, shops, pollination }: Growing, tell: Tell): void {
  const at = (...path: (string | number)[]): Place => ({ section: 'growing', path });
  // At the limit itself one would be warned of what is refused.
  if (ownLoan.cautionPercent >= ownLoan.limitPercent) {
    const { cautionPercent: value, limitPercent: most } = ownLoan;
    tell(at('ownLoan', 'cautionPercent'), 'more_than', { value, most, other: 'growing.ownLoan.limitPercent' });
  }
  const { history } = ownLoan;
  tellLimit(at('ownLoan', 'history', 'least'), history.least, history.most, 'growing.ownLoan.history.most', tell);
  tellLimit(at('ownLoan', 'history', 'late'), history.late, history.clean, 'growing.ownLoan.history.clean', tell);
  tellLimit(
    at('ownLoan', 'history', 'rescheduled'),
    history.rescheduled,
    history.late,
    'growing.ownLoan.history.late',
    tell,
  );
  const path = ['ownLoan', 'history'];
  tellLimit(
    at(...path, 'writtenOff'),
    history.writtenOff,
    history.rescheduled,
    'growing.ownLoan.history.rescheduled',
    tell,
  );
  tellSteps(shops.tierFrom, (i) => at('shops', 'tierFrom', i), 'not_rising', tell);
  tellSteps(shops.tierPercent, (i) => at('shops', 'tierPercent', i), 'falling', tell);
  for (const [sector, { figure, milli }] of Object.entries(pollination.sectors)) {
    tellLimit(
      at('pollination', 'sectors', sector, 'milli'),
      milli,
      pollination.caps[figure],
      `growing.pollination.caps.${figure}`,
      tell,
    );
  }
  const { square } = pollination;
  tellLimit(at('pollination', 'square', 'milli'), square.milli, square.cap, 'growing.pollination.square.cap', tell);
}

/** Levels that nobody reaches. */
function tellLevels({ lists, parts: { homestead } }: JudgedContent, economy: Economy, tell: Tell): void {
  const last = economy.levelXp.length + 1;
  const level = (place: Place, value: number): void => {
    if (value > last) tell(place, 'level_beyond', { level: value, last });
  };
  for (const { id, unlockLevel } of lists.crops) level({ section: 'crops', id, path: ['unlockLevel'] }, unlockLevel);
  for (const { id, unlockLevel } of lists.recipes)
    level({ section: 'recipes', id, path: ['unlockLevel'] }, unlockLevel);
  if (homestead === null) return;
  const section = 'homestead';
  for (const [i, { unlockLevel }] of homestead.stall.entries())
    level({ section, path: ['stall', i, 'unlockLevel'] }, unlockLevel);
  for (const [s, { levels }] of homestead.stations.entries()) {
    for (const [i, { unlockLevel }] of levels.entries())
      level({ section, path: ['stations', s, 'levels', i, 'unlockLevel'] }, unlockLevel);
  }
}

/** Every step of the family's life is asked for and thanked for. */
function tellTalks({ lists: { talks }, ids }: JudgedContent, tell: Tell): void {
  if (talks.length < ids.talks.size) return;
  const said = new Set(talks.map(({ about, kind, level }) => `${kind} ${about} ${level}`));
  for (const about of [...NEEDS, 'house'] as const) {
    for (const level of about === 'house' ? [2, 3, 4] : [1, 2, 3]) {
      for (const kind of ['wish', 'thanks']) {
        if (!said.has(`${kind} ${about} ${level}`)) tell({ section: 'talks' }, 'talk_missing', { kind, about, level });
      }
    }
  }
}

/** Every plot a level grants needs a place on the homestead, or a player would own ground that cannot be reached. */
function tellMaps({ lists: { maps }, ids }: JudgedContent, economy: Economy | null, tell: Tell): void {
  for (const map of ['village', 'homestead']) if (!ids.maps.has(map)) tell({ section: 'maps' }, 'map_missing', { map });
  const home = maps.find(({ id }) => id === 'homestead');
  if (home === undefined || economy === null) return;
  const places = home.spots.plots.length;
  const wanted = Math.max(...economy.plotsByLevel);
  if (wanted > places)
    tell({ section: 'economy', path: ['plotsByLevel'] }, 'plots_without_place', { plots: wanted, places });
}
