import type { Handler } from '@bloomvale/server/application/bus/handler';
import { mustPost } from '@bloomvale/server/application/bus/posting';
import type { Work } from '@bloomvale/server/application/bus/work';
import type { GameParts } from '@bloomvale/server/application/game-core';
import { disburseLoan } from '@bloomvale/server/application/lending/disbursal';
import { addContribution } from '@bloomvale/server/application/lending/funding';
import { listLoan, loanIdOf } from '@bloomvale/server/application/lending/listing';
import { borrowerOf, escrowOf, walletOf } from '@bloomvale/shared/ledger/accounts';
import { earn, playerActor } from '@bloomvale/shared/ledger/postings';
import { coins } from '@bloomvale/shared/money/coins';
import { invariant, ok } from '@bloomvale/shared/result';
import { SIM_HOUR } from '@bloomvale/shared/time/sim-clock';

export const LENDERS = 12;
/** A lender of the bench has a hundred loans or so, as a keen player has. */
const LOANS_A_PLAYER = 100;
const PURSE = coins(1_000_000);
const WINDOW = 720 * SIM_HOUR;
/** Loans listed, lent to and disbursed in one command, and commands sent together. */
const LOANS_A_COMMAND = 10;
const COMMANDS_AT_ONCE = 20;
const PLAYERS_A_COMMAND = 200;

const playerOf = (n: number): string => `lender-${n}`;
const playersFor = (loans: number): number => Math.max(LENDERS, Math.ceil((loans * LENDERS) / LOANS_A_PLAYER));

/**
 * So many loans under repayment, twelve players in each, all disbursed now: made by the game's own decisions and postings, only without
 * the players' clicks. Monthly products only, so that one month is one period for all of them.
 */
export async function seedLoans(parts: GameParts, loans: number): Promise<void> {
  const [village] = await parts.store.reader.villages();
  invariant(village !== undefined, 'the game has a village');
  const players = playersFor(loans);
  for (let from = 0; from < players; from += PLAYERS_A_COMMAND) {
    const ids = range(from, Math.min(players, from + PLAYERS_A_COMMAND)).map(playerOf);
    await send(parts, newPlayers(village.id), ids);
  }
  const people = borrowers(parts);
  const step = LOANS_A_COMMAND * COMMANDS_AT_ONCE;
  for (let from = 0; from < loans; from += step) {
    const commands = range(from, Math.min(loans, from + step)).filter((n) => n % LOANS_A_COMMAND === 0);
    await Promise.all(
      commands.map((first) => {
        const numbers = range(first, Math.min(loans, first + LOANS_A_COMMAND));
        const listed = numbers.map((n) => ({
          n,
          entrepreneur: people[n % people.length] as string,
          lenders: range(0, LENDERS).map((i) => playerOf((n * 7_919 + i * 104_729) % players)),
        }));
        return send(parts, newLoans(parts, village.id), listed);
      }),
    );
  }
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

async function send<C>(parts: GameParts, handler: Handler<C, object>, command: C): Promise<void> {
  const reply = await parts.bus.system(handler, command);
  if (!reply.ok) throw new Error(`seeding the bench failed: ${reply.code}`);
}

/** Repaid once a month from the first month on, large enough for twelve shares. */
function borrowers({ rules }: GameParts): string[] {
  const people = rules.content.entrepreneurs.filter(({ loan }) => {
    const product = rules.products.get(loan.product);
    return product?.intervalSimHours === 720 && product.graceOnPrincipal === 0 && loan.amount >= 25 * LENDERS;
  });
  invariant(people.length > 0, 'the catalogue has monthly loans');
  return people.map(({ id }) => id);
}

const newPlayers = (villageId: string): Handler<readonly string[], object> => ({
  type: 'bench.players',
  needs: (ids) => ({ player: ids, lender: ids, account: [...ids.map(walletOf), 'mint:ops'] }),
  decide(ids, work) {
    for (const playerId of ids) addPlayer(work, villageId, playerId);
    return ok({});
  },
});

function addPlayer(work: Work, villageId: string, playerId: string): void {
  const times = { createdAt: work.now, seenAt: 0, deletedAt: null, reportDay: 0, reportCount: 0 };
  work.put('player', {
    id: playerId,
    publicId: playerId,
    name: playerId,
    look: 'a1',
    villageId,
    lot: -1,
    locale: 'en',
    ...times,
  });
  const sums = { outstanding: 0, lent: 0, received: 0, refunded: 0, lost: 0, starters: 0 };
  work.put('lender', { playerId, ...sums, coveredAt: null, seenSeq: 0 });
  mustPost(work, earn('mint:ops', playerId, 'bench', PURSE, 'bench'), null);
}

type SeedLoan = { readonly n: number; readonly entrepreneur: string; readonly lenders: readonly string[] };

const newLoans = ({ rules }: GameParts, villageId: string): Handler<readonly SeedLoan[], object> => ({
  type: 'bench.loans',
  needs: (loans) => {
    const ids = loans.map(({ n, entrepreneur }) => loanIdOf(entrepreneur, villageId, n));
    const lenders = [...new Set(loans.flatMap((loan) => loan.lenders))];
    return {
      village: [villageId],
      lender: lenders,
      account: [...lenders.map(walletOf), ...ids.map(escrowOf), ...ids.map(borrowerOf)],
    };
  },
  decide(loans, work) {
    for (const loan of loans) {
      const village = work.must('village', villageId);
      const listing = { entrepreneur: loan.entrepreneur, starter: false, windowSim: WINDOW };
      const listed = listLoan(work, rules, village, 1, listing, loan.n);
      const shares = listed.amount / LENDERS;
      const funded = loan.lenders.reduce((open, player, i) => {
        // Uneven parts: a fair split of even ones would be too easy.
        const amount = i < LENDERS - 1 ? Math.floor(shares) + (i % 3) - 1 : open.amount - open.raised;
        const lender = work.must('lender', player);
        work.put('lender', { ...lender, outstanding: lender.outstanding + amount, lent: lender.lent + amount });
        const source = { kind: 'player', player } as const;
        return addContribution(work, open, {
          source,
          amount,
          commandId: `bench-${loan.n}-${i}`,
          actor: playerActor(player),
        });
      }, listed);
      disburseLoan(work, rules, funded);
    }
    return ok({});
  },
});
