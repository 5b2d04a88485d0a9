import type { GestureReply } from '@bloomvale/shared/protocol/replies';
import { PROTOCOL_VERSION } from '@bloomvale/shared/protocol/version';
import { err, ok, type Result } from '@bloomvale/shared/result';
import { refusalText } from '../i18n/refusal-text.ts';
import { currentTexts } from '../i18n/texts.ts';
import { type Actions, registerActions } from '../store/actions.ts';
import type { Fault } from '../store/fault.ts';
import { registerIntents } from '../store/intents.ts';
import { netStore } from '../store/net.ts';
import { playerStore } from '../store/player.ts';
import { showToast } from '../store/toasts.ts';
import { account, type MeAndAge } from './account.ts';
import { loadContent } from './content.ts';
import { requestJson } from './http.ts';
import { reserveHome } from './seat.ts';
import type { Session } from './session.ts';
import { WorldIntents } from './world-intents.ts';

/** Sockets and the room's state: a third of the script, and nothing of the title. Fetched with the world, when the browser is idle. */
export const loadSession = () => import('./session.ts');

let session: Session | null = null;
/** Whether the server could not be asked who the cookie belongs to. */
let unasked = false;

function adopt(me: MeAndAge): void {
  playerStore.setState({
    id: me.id,
    name: me.name,
    look: me.look,
    guest: me.guest,
    email: me.email,
    age: me.age,
    level: me.level,
    xp: me.xp,
    wallet: me.wallet,
    village: me.village,
    hints: me.hints,
    blocked: me.blocked,
    starterLeft: me.starterLeft,
    createdAt: me.createdAt,
    timeScale: me.timeScale,
    monthSeconds: me.monthSeconds,
  });
}

/** Reads who the cookie says one is; the server makes the household at first sight. */
async function fetchMe(): Promise<Result<MeAndAge, Fault>> {
  const me = await account.me();
  if (!me.ok) {
    if (me.error === 'WRONG_VERSION') netStore.setState({ status: 'stopped', stopped: 'wrong-version' });
    return me;
  }
  if (me.value.protocolVersion !== PROTOCOL_VERSION) {
    netStore.setState({ status: 'stopped', stopped: 'wrong-version' });
    return err('WRONG_VERSION');
  }
  adopt(me.value);
  return me;
}

async function play(): Promise<Result<null, Fault>> {
  // Whoever is in a room already gives up that seat first: the server takes a second one for a second tab.
  const seat = session === null ? reserveHome() : null;
  const me = await fetchMe();
  if (!me.ok) return me;
  const [hasContent, playing] = await Promise.all([loadContent(me.value.contentHash), loadSession().catch(() => null)]);
  if (!hasContent || playing === null) return err('OFFLINE');
  await session?.end(false);
  adopt(me.value);
  session = new playing.Session(me.value);
  // Not awaited: the world is shown while the room is entered, and a slow server shows the offline banner, not a dead button.
  void session.enter({ kind: 'homestead' }, await seat);
  // The socket is on its way before all that stands over the world is drawn.
  await new Promise((done) => setTimeout(done));
  playerStore.setState({ phase: 'playing' });
  return ok(null);
}

/** What else is done as soon as somebody asks to play. */
export type NetHooks = { readonly begins: () => void };
let begins: NetHooks['begins'] = () => undefined;

/** Signs in, then plays. A session that is not there right after it was given was refused by the browser. */
async function signedIn(signIn: () => Promise<Result<null, Fault>>): Promise<Result<null, Fault>> {
  // Asked first, or each press would leave a guest behind on the server.
  if (!navigator.cookieEnabled) return err('COOKIES_REFUSED');
  begins();
  const done = await signIn();
  if (!done.ok) return done;
  const played = await play();
  return played.ok || played.error !== 'SIGNED_OUT' ? played : err('COOKIES_REFUSED');
}

/** A session that was not found at the start, because the server was away, is gone on with: a second guest would hide the first. */
const playAsGuest = async (): Promise<Result<null, Fault>> =>
  unasked && (await account.present()) === true ? play() : signedIn(account.guest);

/** Who was greeted by name and has been signed out meanwhile may begin anew. */
async function resume(): Promise<Result<null, Fault>> {
  begins();
  const played = await play();
  if (!played.ok && played.error === 'SIGNED_OUT') playerStore.setState({ phase: 'none' });
  return played;
}

async function leave(request: Promise<Result<null, Fault>>): Promise<Result<null, Fault>> {
  const done = await request;
  if (!done.ok) return done;
  await session?.end(true);
  session = null;
  netStore.setState({ status: 'idle', stopped: null });
  return done;
}

/** Whoever is muted sees nothing of what they say, and should know why. */
function tellRefusal(reply: GestureReply<'emote' | 'say'> | null): void {
  if (reply === null || reply.ok || reply.code !== 'MUTED') return;
  const { code, detail } = reply;
  showToast({
    tone: 'refusal',
    text: refusalText({ from: 'game', code, ...(detail === undefined ? {} : { detail }) }, currentTexts()),
  });
}

const implementation: Actions = {
  playAsGuest,
  resume,
  signIn: (email, password, leaveGuest) => signedIn(() => account.signIn(email, password, leaveGuest)),
  redeemDeviceCode: (code, leaveGuest) => signedIn(() => account.redeem(code, leaveGuest)),
  recover: account.recover,
  async answerAge(age) {
    const answer = await account.age(age);
    if (answer.ok) playerStore.setState({ age: answer.value });
    return answer;
  },
  async linkEmail(email, password) {
    const done = await account.link(email, password);
    if (done.ok) await fetchMe();
    return done;
  },
  createDeviceCode: account.deviceCode,
  createRecoveryCodes: account.recoveryCodes,
  signOut: async () => {
    await leave(account.signOut());
  },
  downloadData: account.download,
  deleteAccount: () => leave(account.remove()),

  command: (type, ask) =>
    session === null ? Promise.resolve({ ok: false, code: 'SIGN_IN' }) : session.command(type, ask),
  emote: (emote) => void session?.connection.gesture('emote', { emote }).then(tellRefusal),
  say: (phrase) => void session?.connection.gesture('say', { phrase }).then(tellRefusal),
  goTo: async (place) => session?.enter(place),

  loadHall: async () => session?.lending.hall(),
  loadLoan: async (loanId) => session?.lending.loan(loanId),
  loadPortfolio: async () => session?.lending.portfolio(),
  loadStatement: async (page) => session?.lending.statement(page),
  readJson: requestJson,
};

/** Who played here before is greeted by name; everyone else may begin at once, also while the answer is on its way. */
async function findSession(): Promise<void> {
  const present = await account.present();
  unasked = present === null;
  const known = present === true && (await fetchMe()).ok;
  if (playerStore.getState().phase === 'checking') playerStore.setState({ phase: known ? 'known' : 'none' });
}

/** Called once by the entry: gives the interface and the world their functions, and finds out whether somebody played here before. */
export function startNet(hooks: NetHooks): void {
  begins = hooks.begins;
  registerActions(implementation);
  registerIntents(new WorldIntents(() => session?.connection ?? null));
  // A device that says it lost its network is believed at once; the socket would notice half a minute later.
  addEventListener('offline', () => {
    if (session !== null && netStore.getState().status === 'online') netStore.setState({ status: 'offline' });
  });
  addEventListener('online', () => {
    if (netStore.getState().status === 'offline') session?.connection.suspect();
  });
  void findSession();
}
