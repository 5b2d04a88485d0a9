import { ok, type Result } from '@bloomvale/shared/result';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Actions, type ReadFault, registerActions } from '../../store/actions.ts';
import { NOBODY, playerStore } from '../../store/player.ts';
import { askForMyself, kept } from './use-remote.ts';

const PATH = '/api/portfolio/report';
const signIn = (id: string) => playerStore.setState({ ...NOBODY, phase: 'playing', id });
let arrives: (answer: Result<unknown, ReadFault>) => void;

beforeEach(() => {
  const readJson = () => new Promise<Result<unknown, ReadFault>>((resolve) => (arrives = resolve));
  registerActions({ readJson } as unknown as Actions);
  signIn('ann');
});
afterEach(() => {
  playerStore.setState(NOBODY);
});

describe('an answer of the server', () => {
  it('is kept for whoever asked, and shown to nobody else', async () => {
    const asked = askForMyself(PATH);
    arrives(ok({ lent: 25 }));
    expect(await asked).toEqual(ok({ lent: 25 }));
    expect(kept(PATH)).toEqual({ lent: 25 });
    signIn('ben');
    expect(kept(PATH)).toBeNull();
  });

  it('that arrives after somebody else has signed in is dropped', async () => {
    const asked = askForMyself('/api/letters');
    signIn('ben');
    arrives(ok({ letters: ['for ann'] }));
    expect(await asked).toBeNull();
    expect(kept('/api/letters')).toBeNull();
    signIn('ann');
    expect(kept('/api/letters')).toBeNull();
  });
});
