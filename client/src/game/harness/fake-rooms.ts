import { AVATAR_PRESETS } from '@bloomvale/assets/frames';
import { SECTORS, type Sector } from '@bloomvale/shared/content/lending';
import type { LoanCard } from '@bloomvale/shared/protocol/views';
import { contentStore } from '../../store/content.ts';
import { lendingStore } from '../../store/lending.ts';
import { serverNow } from '../../store/net.ts';
import { playerStore } from '../../store/player.ts';
import { type AvatarView, NO_ROOM, type PlotView, roomStore, type ShopState, type ShopView } from '../../store/room.ts';
import { placeOf } from '../place.ts';

const SELF = 'player-self';
const NAMES = [
  'Awa',
  'Diego',
  'Linh',
  'Nino',
  'Carlos',
  'Neema',
  'Elias',
  'Rosa',
  'Kossi',
  'Lakshmi',
  'Bienvenue-Marie-Thérèse',
  'Tomás',
];
/** The first ten as the mock-up of the village has them. */
const FIRST: readonly Sector[] = [
  'food',
  'services',
  'clothing',
  'agriculture',
  'arts',
  'retail',
  'transportation',
  'education',
  'health',
  'construction',
];
const ALL = [...new Set<Sector>([...FIRST, ...SECTORS])];
const STATES = ['blooming', 'late', 'open', 'open', 'construction', 'open', 'open'] as const;

/** `state`: every sector's shop in this one state, beginning with the sector of that number, as far as the village has spots. */
export function enterVillage(players: number, state: ShopState | null, first = 0): void {
  fillHall();
  const spots = contentStore.getState().content?.maps.find(({ id }) => id === 'village')?.spots.shops.length ?? 0;
  const sectors = state === null ? FIRST : [...ALL.slice(first), ...ALL.slice(0, first)].slice(0, spots);
  const shops = Object.fromEntries(sectors.map((sector, spot) => [spot, shopAt(spot, sector, state)]));
  const avatars = people('village', players);
  roomStore.setState({
    ...NO_ROOM,
    kind: 'village',
    name: 'Bloomvale',
    avatars,
    shops,
    visit: roomStore.getState().visit + 1,
  });
}

export function enterHomestead(): void {
  const now = serverNow();
  const ripe = (crop: string): PlotView => ({ crop, plantedAt: now - 9 * 3600_000 });
  const plots: Record<number, PlotView> = {
    0: ripe('tomato'),
    1: ripe('pumpkin'),
    2: { crop: 'cabbage', plantedAt: now - 12_000 },
    3: { crop: 'maize', plantedAt: now - 2_600_000 },
    4: { crop: 'carrot', plantedAt: now - 30_000 },
    5: ripe('strawberry'),
    6: ripe('maize'),
    8: { crop: 'bean', plantedAt: now - 1_000 },
  };
  const wishes = { 1: { id: 1, good: 'tomato', quantity: 2 }, 2: { id: 2, good: 'carrot', quantity: 3 } };
  const avatars = people('homestead', 3);
  roomStore.setState({
    ...NO_ROOM,
    kind: 'homestead',
    own: true,
    ownerId: SELF,
    plotCount: 12,
    plots,
    // By lamplight, so that what ripened over night is seen to glow.
    needs: { ...NO_ROOM.needs, light: 1 },
    wishes,
    slots: { 0: { good: 'tomato', quantity: 12 } },
    avatars,
    visit: roomStore.getState().visit + 1,
  });
}

function people(place: 'village' | 'homestead', count: number): Record<string, AvatarView> {
  playerStore.setState({ id: SELF, name: 'Me', look: 'a1' });
  const map = contentStore.getState().content?.maps.find(({ id }) => id === place);
  if (map === undefined) return {};
  const { grid } = placeOf(map);
  const spots = [...map.spots.spawn, ...map.spots.strolls];
  const person = (i: number): AvatarView => {
    const at = spots[i % spots.length] ?? [0, 0];
    const cell = grid.cellOf(at[0], at[1]);
    const id = i === 0 ? SELF : `player-${i}`;
    return {
      id,
      name: NAMES[i % NAMES.length] ?? '',
      look: AVATAR_PRESETS[i % 12] ?? 'a1',
      level: 3,
      here: true,
      from: cell,
      to: cell,
      departAt: 0,
    };
  };
  return Object.fromEntries(Array.from({ length: count }, (_, i) => person(i)).map((each) => [each.id, each]));
}

const shopAt = (spot: number, sector: Sector, state: ShopState | null): ShopView => ({
  spot,
  loanId: `loan-${spot}`,
  entrepreneur: `person-${spot}`,
  sector,
  state: state ?? STATES[spot % STATES.length] ?? 'open',
});

function fillHall(): void {
  const card = (i: number, state: string) =>
    ({
      id: `loan-${i}`,
      entrepreneur: `person-${i}`,
      shortName: NAMES[i % NAMES.length],
      state,
      listed: true,
    }) as unknown as LoanCard;
  const loans = [
    ...Array.from({ length: 10 }, (_, i) => card(i, 'in_repayment')),
    ...Array.from({ length: 6 }, (_, i) => card(20 + i, 'fundraising')),
  ];
  lendingStore.setState({
    hall: {
      status: 'ready',
      village: 'v',
      loans: Object.fromEntries(loans.map((loan) => [loan.id, loan])),
      order: loans.map(({ id }) => id),
    },
  });
}
