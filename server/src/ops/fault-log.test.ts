import { describe, expect, it } from 'vitest';
import { FaultLog, withoutPersons } from './fault-log.ts';
import { createLogger } from './logger.ts';

describe('faults', () => {
  it('are shown without anything that could be somebody’s', () => {
    const message = `household of 9b2f7c1e-5d0a-4b8e-9f3e-000000000001 "Alba Ash" wrote to 'ada@example.org', ben@example.org`;
    expect(withoutPersons(message)).toBe('household of … … wrote to …, …');
    expect(withoutPersons('kAbcdefghijklmnopqrstuvwxyz has left')).toBe('… has left');
    expect(withoutPersons('x '.repeat(500))).toHaveLength(160);
  });

  it('alike are counted together, the latest first, and only so many kinds are kept', () => {
    const faults = new FaultLog();
    faults.note({ err: new Error('disk 1'), command: 'loan.lend' }, 'a command failed', 1);
    faults.note({ job: 'letters' }, 'a job stumbled', 2);
    faults.note({ err: new Error('disk 1'), command: 'loan.lend' }, 'a command failed', 3);
    expect(faults.latest()).toEqual([
      { at: 3, room: '', type: 'loan.lend', message: 'a command failed: disk 1', count: 2 },
      { at: 2, room: '', type: 'letters', message: 'a job stumbled', count: 1 },
    ]);
    for (let i = 0; i < 50; i++) faults.note({ room: `r${i}` }, 'odd', 4);
    faults.note(null, 'nothing to say', 5);
    expect(faults.latest()).toHaveLength(20);
    expect(faults.latest()[0]).toEqual({ at: 5, room: '', type: '', message: 'nothing to say', count: 1 });
    expect(faults.count).toBe(54);
  });

  it('come from the logger: every line of level error, and none below', () => {
    const faults = new FaultLog();
    const logger = createLogger('error', faults, { write: () => undefined });
    logger.warn({ job: 'pool' }, 'late');
    logger.error({ job: 'pool', err: new Error('no') }, 'a job stumbled');
    logger.child({ room: 'r1' }).fatal('gone');
    expect(faults.latest().map(({ type, message }) => [type, message])).toEqual([
      ['', 'gone'],
      ['pool', 'a job stumbled: no'],
    ]);
  });
});
