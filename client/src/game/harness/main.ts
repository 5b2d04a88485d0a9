/**
 * The world without a server: fake rooms, people and answers, so that scenes can be looked at and measured alone.
 * `npm run dev`, then /src/game/harness/?place=village&players=24&shops=late&debug. Not part of the build.
 */
import { SHOP_STATES } from '@bloomvale/shared/content/growing';
import { startWorld } from '../world.ts';
import { answerIntents } from './fake-answers.ts';
import { fillContent } from './fake-content.ts';
import { enterHomestead, enterVillage } from './fake-rooms.ts';

const asked = new URLSearchParams(location.search);
const players = Number(asked.get('players') ?? 8);

fillContent();
answerIntents(Number(asked.get('latency') ?? 200));
const shops = SHOP_STATES.find((state) => state === asked.get('shops')) ?? null;
const first = Number(asked.get('first') ?? 0);
const places = { village: () => enterVillage(players, shops, first), homestead: () => enterHomestead() };
places[asked.get('place') === 'village' ? 'village' : 'homestead']();
Object.assign(window, { __harness: places });

await startWorld(document.getElementById('world') as HTMLElement);
