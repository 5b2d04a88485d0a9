import { describe, expect, test } from 'vitest';
import { hintDone } from './hint-done.ts';
import { catchUp } from './home-catch-up.ts';
import { context, HOUR, household, newcomer, START } from './play.fixture.ts';

const away = START + 3 * HOUR;
const busy = () =>
  household({
    plots: {
      0: { crop: 'cress', plantedAt: START },
      1: { crop: 'bean', plantedAt: away },
      2: { crop: 'lost', plantedAt: 0 },
    },
    stall: { slots: [{ good: 'bean', quantity: 2 }, null, null] },
  });

describe('catching up', () => {
  test('tells nothing that did not happen', () => {
    const done = catchUp(newcomer(), { commandId: 'c1', seen: false }, context({ now: START - HOUR }));
    expect(done.ok && done.value.value).toEqual({
      sales: { sold: [], earned: 0 },
      report: { awayMs: 0, sold: [], earned: 0, ripe: 0 },
    });
    expect(done.ok && done.value.household).toEqual(newcomer());
  });
  test('tells what was sold and what is ripe, again and again until it was seen', () => {
    const report = { awayMs: 3 * HOUR, sold: [{ good: 'bean', quantity: 2 }], earned: 410, ripe: 1 };
    const first = catchUp(busy(), { commandId: 'c1', seen: false }, context({ now: away }));
    if (!first.ok) expect.unreachable();
    expect(first.value.value).toEqual({ sales: { sold: report.sold, earned: 410 }, report });
    const second = catchUp(first.value.household, { commandId: 'c2', seen: true }, context({ now: away }));
    if (!second.ok) expect.unreachable();
    expect(second.value.value).toEqual({ sales: { sold: [], earned: 0 }, report });
    const third = catchUp(second.value.household, { commandId: 'c3', seen: false }, context({ now: away + 5 }));
    expect(third.ok && third.value.value.report).toEqual({ awayMs: 5, sold: [], earned: 0, ripe: 1 });
  });
});

describe('a hint that was followed', () => {
  test('is remembered once, and nothing else changes', () => {
    const first = hintDone(newcomer(), { commandId: 'c1', hint: 'wish' }, context());
    if (!first.ok) expect.unreachable();
    expect(first.value).toEqual({
      household: { ...newcomer(), hints: ['wish'] },
      value: { hints: ['wish'] },
      coins: [],
      goods: [],
    });
    const again = hintDone(first.value.household, { commandId: 'c2', hint: 'wish' }, context());
    expect(again.ok && again.value.value.hints).toEqual(['wish']);
  });
  test('tells what is ready in the kitchen, and what a new catalogue has taken and paid for, until it is closed', () => {
    const gone = [{ kind: 'good' as const, id: 'leek', quantity: 3, refund: 300 }];
    const batch = { recipe: 'soup', startsAt: START - 9, readyAt: START };
    const home = household({
      gone,
      stations: { oven: { level: 1, queue: [batch, { ...batch, readyAt: START + 1 }] } },
    });
    const first = catchUp(home, { commandId: 'c1', seen: true }, context());
    if (!first.ok) expect.unreachable();
    expect(first.value.value.report).toMatchObject({ ready: 1, gone });
    const again = catchUp(first.value.household, { commandId: 'c2', seen: true }, context());
    expect(again.ok && again.value.value.report).not.toHaveProperty('gone');
  });
});
