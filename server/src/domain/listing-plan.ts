import type { Content } from '@bloomvale/shared/content/content';
import type { Entrepreneur } from '@bloomvale/shared/content/lending';
import type { Minor } from '@bloomvale/shared/money/coins';
import { drawWord, type PhiloxKey, STREAM, wordBelow } from '@bloomvale/shared/random/philox';
import { SIM_HOUR, type SimSeconds } from '@bloomvale/shared/time/sim-clock';

/** What a village's hall shows today, as far as new listings depend on it. */
export type ListingState = {
  readonly listedCount: number;
  readonly starterCount: number;
  readonly open: readonly { readonly entrepreneur: string; readonly starter: boolean; readonly missing: Minor }[];
  /** Entrepreneurs of the village with a loan that runs, the longest-running first. */
  readonly running: readonly string[];
  /** Spendable coins of the village's residents. */
  readonly wallets: Minor;
};

export type Listing = { readonly entrepreneur: string; readonly starter: boolean; readonly windowSim: SimSeconds };

type People = { readonly starters: readonly Entrepreneur[]; readonly ordinary: readonly Entrepreneur[] };

/** A catalogue never changes; a preview asks for its people a hundred thousand times. */
const peopleOfContent = new WeakMap<Content, People>();

function peopleOf(content: Content): People {
  const known = peopleOfContent.get(content);
  if (known !== undefined) return known;
  const starterProducts = new Set(content.products.filter(({ starter }) => starter).map(({ id }) => id));
  const isStarter = (person: Entrepreneur): boolean => starterProducts.has(person.loan.product);
  const made = {
    starters: content.entrepreneurs.filter(isStarter),
    ordinary: content.entrepreneurs.filter((person) => !isStarter(person)),
  };
  peopleOfContent.set(content, made);
  return made;
}

/**
 * What to list now (lending.md 2): starter projects up to their number; ordinary loans up to the fewest, and then on while the open need
 * is below what the residents have to spend, up to the most. Deterministic: a function of the village's key and counters.
 */
export function planListings(content: Content, key: PhiloxKey, state: ListingState): Listing[] {
  return [...planStarters(content, key, state), ...planOrdinary(content, key, state)];
}

function planStarters(content: Content, key: PhiloxKey, state: ListingState): Listing[] {
  const { starterOpen, windowSimHours } = content.economy.lending;
  const people = peopleOf(content).starters;
  const open = state.open.filter(({ starter }) => starter);
  const taken = open.map(({ entrepreneur }) => entrepreneur);
  const wanted = Math.max(0, starterOpen - open.length);
  const chosen = choose(people, taken, state.running, { key, entity: 1, from: state.starterCount, wanted });
  return Array.from(chosen, (person) => ({
    entrepreneur: person.id,
    starter: true,
    windowSim: windowSimHours * SIM_HOUR,
  }));
}

function planOrdinary(content: Content, key: PhiloxKey, state: ListingState): Listing[] {
  const { openMin, openMax, windowSimHours } = content.economy.lending;
  const people = peopleOf(content).ordinary;
  const open = state.open.filter(({ starter }) => !starter);
  let need = open.reduce((sum, { missing }) => sum + missing, 0);
  // Most of the time nothing is to be listed: then nobody need be chosen.
  if (open.length >= openMin && need >= state.wallets) return [];
  const taken = open.map(({ entrepreneur }) => entrepreneur);
  const wanted = Math.max(0, openMax - open.length);
  const chosen = choose(people, taken, state.running, { key, entity: 0, from: state.listedCount, wanted });
  const listings: Listing[] = [];
  for (const person of chosen) {
    const count = open.length + listings.length;
    if (count >= openMin && need >= state.wallets) break;
    need += person.loan.amount * 100;
    listings.push({ entrepreneur: person.id, starter: false, windowSim: windowSimHours * SIM_HOUR });
  }
  return state.listedCount === 0 ? staggered(listings) : listings;
}

/** The first hall of a village opens all at once; without this it would also close all at once: windows from a half to a whole one. */
const staggered = (listings: readonly Listing[]): Listing[] =>
  listings.map((listing, i) => ({
    ...listing,
    windowSim: Math.ceil((listing.windowSim * (listings.length + i + 1)) / (2 * listings.length)),
  }));

type Draw = { readonly key: PhiloxKey; readonly entity: number; readonly from: number; readonly wanted: number };

/**
 * Goes round the people in an order drawn anew each round. Nobody stands in the hall twice at a time; whoever still repays comes only
 * when nobody else is left, the longest-running loan first. One by one, as far as anybody asks.
 */
function* choose(
  people: readonly Entrepreneur[],
  taken: readonly string[],
  running: readonly string[],
  { key, entity, from, wanted }: Draw,
): Generator<Entrepreneur, void> {
  if (wanted === 0 || people.length === 0) return;
  // In the hall, repaying, or chosen just now.
  const busy = new Set([...taken, ...running]);
  let left = wanted;
  for (const person of rounds(people, key, entity, from)) {
    if (busy.has(person.id)) continue;
    busy.add(person.id);
    yield person;
    if (--left === 0) return;
  }
  const byId = peopleById(people);
  const inHall = new Set(taken);
  for (const id of running) {
    const person = byId.get(id);
    if (person === undefined || inHall.has(id)) continue;
    inHall.add(id);
    yield person;
    if (--left === 0) return;
  }
}

const byIds = new WeakMap<readonly Entrepreneur[], ReadonlyMap<string, Entrepreneur>>();

function peopleById(people: readonly Entrepreneur[]): ReadonlyMap<string, Entrepreneur> {
  const known = byIds.get(people);
  if (known !== undefined) return known;
  const made = new Map(people.map((person) => [person.id, person]));
  byIds.set(people, made);
  return made;
}

/** The people of this round from the counter on, and the whole next one; each round is a Fisher-Yates shuffle by the village's key. */
function* rounds(people: readonly Entrepreneur[], key: PhiloxKey, entity: number, from: number) {
  const round = Math.floor(from / people.length);
  const first = shuffled(people, key, entity, round);
  for (let i = from % people.length; i < first.length; i++) yield first[i] as Entrepreneur;
  yield* shuffled(people, key, entity, round + 1);
}

/** Rounds shuffled lately: a hall is filled a few loans at a time, and stays in its round for dozens of them. */
const shuffles = new WeakMap<readonly Entrepreneur[], Map<string, readonly Entrepreneur[]>>();
/** Far more than the villages of a process have in use at a time. */
const SHUFFLES_KEPT = 2_000;

function shuffled(
  people: readonly Entrepreneur[],
  key: PhiloxKey,
  entity: number,
  period: number,
): readonly Entrepreneur[] {
  const known = shuffles.get(people) ?? new Map<string, readonly Entrepreneur[]>();
  shuffles.set(people, known);
  const name = `${key[0]}:${key[1]}:${entity}:${period}`;
  const before = known.get(name);
  if (before !== undefined) return before;
  if (known.size >= SHUFFLES_KEPT) known.clear();
  const made = shuffle(people, key, entity, period);
  known.set(name, made);
  return made;
}

function shuffle(people: readonly Entrepreneur[], key: PhiloxKey, entity: number, period: number): Entrepreneur[] {
  const order = [...people];
  for (let i = order.length - 1; i > 0; i--) {
    const j = wordBelow(drawWord(key, { entity, period, stream: STREAM.catalogueOrder, draw: i }), i + 1);
    [order[i], order[j]] = [order[j] as Entrepreneur, order[i] as Entrepreneur];
  }
  return order;
}
