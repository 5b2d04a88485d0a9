import { afterEach, beforeEach } from 'vitest';

/** The tests of this `describe` are steps of one journey: after the first that fails, the others are skipped instead of failing slowly. */
export function stepsInOrder(): void {
  let failed = false;
  beforeEach((context) => {
    if (failed) context.skip('an earlier step failed');
  });
  afterEach((context) => {
    failed ||= context.task.result?.state === 'fail';
  });
}
