/**
 * The world without a server: fake rooms, people and answers, so that scenes can be looked at and measured alone.
 * `npm run dev`, then /src/game/harness/?place=village&players=24&debug. Not part of the build.
 */
import { startWorld } from '../world.ts';
import { answerIntents } from './fake-answers.ts';
import { fillContent } from './fake-content.ts';
import { enterHomestead, enterVillage } from './fake-rooms.ts';

const asked = new URLSearchParams(location.search);
const players = Number(asked.get('players') ?? 8);

fillContent();
answerIntents(Number(asked.get('latency') ?? 200));
const places = { village: () => enterVillage(players), homestead: () => enterHomestead() };
places[asked.get('place') === 'village' ? 'village' : 'homestead']();
Object.assign(window, { __harness: places });

await startWorld(document.getElementById('world') as HTMLElement);
