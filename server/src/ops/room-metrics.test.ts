import { describe, expect, it } from 'vitest';
import { RoomMetrics } from './room-metrics.ts';

const facts = (id: string, players: number) => () => ({ id, kind: 'village' as const, name: id, players, seats: 24 });

describe('rooms', () => {
  it('count each on its own and all together; a closed one is gone from the list, not from the sum', () => {
    const metrics = new RoomMetrics(() => 0);
    const quiet = metrics.open(facts('quiet', 1));
    const busy = metrics.open(facts('busy', 9));
    expect(metrics.rooms()).toMatchObject([
      { id: 'busy', p95Ms: null, errors: 0 },
      { id: 'quiet', p95Ms: null, errors: 0 },
    ]);
    quiet.record(4, 'ok');
    busy.record(4, 'error');
    busy.record(4, 'refused');
    expect(metrics.rooms().map(({ id, errors }) => [id, errors])).toEqual([
      ['busy', 1],
      ['quiet', 0],
    ]);
    busy.close();
    expect(metrics.rooms().map(({ id }) => id)).toEqual(['quiet']);
    expect(metrics.recent()).toMatchObject({ replies: 3, errors: 1, refused: 1 });
  });
});
