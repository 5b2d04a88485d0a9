import { laterPictures } from '@bloomvale/assets/later-pictures';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Edge, openEdge } from '../support/edge.ts';

let edge: Edge;
let first: Edge['game']['content']['entrepreneurs'][number];
beforeAll(async () => {
  edge = await openEdge();
  const [someone] = edge.game.content.entrepreneurs;
  if (someone === undefined) throw new Error('nobody in the catalogue');
  first = someone;
});
afterAll(async () => {
  await edge?.close();
});

const picture = (file: string) => fetch(`${edge.url}/generated/people/${file}`);

describe('the picture of somebody in the catalogue', () => {
  it('is none of ours for a name that nobody has, nor beyond the folder', async () => {
    for (const file of ['nobody-at-all.svg', '..%2f..%2fpackage.json', '__proto__.svg', `${first.id}.png`])
      expect((await picture(file)).status, file).toBe(404);
  });

  it('is left to the files of the build while the face is the one it was drawn from', () => {
    expect(laterPictures(edge.game.content)(first, false)).toBeNull();
  });

  it('is drawn for who came with a later catalogue, plain and happy, and asked for again each time', async () => {
    const { content } = edge.game;
    const someone = { ...first, id: 'someone-new' };
    Object.assign(edge.game, { content: { ...content, entrepreneurs: [...content.entrepreneurs, someone] } });
    const [plain, happy] = await Promise.all([picture('someone-new.svg'), picture('someone-new-happy.svg')]);
    expect([plain.status, plain.headers.get('content-type')]).toEqual([200, 'image/svg+xml; charset=utf-8']);
    expect(plain.headers.get('cache-control')).toBe('no-cache');
    const drawn = await plain.text();
    expect(drawn).toMatch(/^<svg /);
    expect(await happy.text()).not.toBe(drawn);
    Object.assign(edge.game, { content });
  });
});
