import { actions } from '../store/actions.ts';
import { contentStore } from '../store/content.ts';
import { reportStore } from '../store/report.ts';
import { loadContent } from './content.ts';
import type { LendingData } from './lending-data.ts';

/** Tries to fetch a catalogue that went live, with growing waits; then the next message or the next entry tells of it again. */
const TRIES_MS = [500, 2_000, 8_000];
/** Everybody hears of it at once: their households are looked through over some seconds. */
const LOOK_WITHIN_MS = 3_000;

/** The latest that was told of. */
let told = '';

/**
 * The server plays by another catalogue: fetches it and swaps it in place. What is on screen follows from the store; lists that the server
 * makes are read again, and the household is looked through for what is no longer in it.
 */
export async function followContent(hash: string, lending: LendingData): Promise<void> {
  told = hash;
  const { hash: shown } = contentStore.getState();
  if (shown === hash) return;
  for (const wait of [0, ...TRIES_MS]) {
    await pause(wait);
    if (told !== hash) return;
    if (!(await loadContent(hash))) continue;
    lending.contentChanged();
    await pause(Math.random() * LOOK_WITHIN_MS);
    await lookThrough();
    return;
  }
}

/** What left the catalogue is paid for by the next command; what that was is told. */
async function lookThrough(): Promise<void> {
  const reply = await actions().command('home.catch-up', { seen: false });
  if (reply.ok && reply.value.report.gone !== undefined) reportStore.setState({ report: reply.value.report });
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
