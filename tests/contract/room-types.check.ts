import type { GameServer } from '@bloomvale/server/app';
import type { Minor } from '@bloomvale/shared/money/coins';
import type { CommandReply, GestureReply } from '@bloomvale/shared/protocol/replies';
import type { Client } from '@colyseus/sdk';

/**
 * What the client's compiler knows of the server, from `import type` alone. Checked by `tsc -p tests`, never run: each expected error that
 * does not occur is an error. The trap behind it: one wrong signature in a room class turns all of this silently into `any`.
 */
export async function aClientOf(sdk: Client<GameServer>): Promise<void> {
  const id = crypto.randomUUID();
  const village = await sdk.joinOrCreate('village', { version: 1 });
  const homestead = await sdk.joinOrCreate('homestead', { version: 1, owner: 'E1-7HwgmqxVr' });

  // The SDK takes other names and options too and then knows nothing of the room; the door refuses them (tests/rooms/door.test.ts).

  const lent: CommandReply<'loan.lend'> = await village.request('loan.lend', {
    commandId: id,
    loanId: 'awa-v1-1',
    amount: 2_500,
  });
  const walked: GestureReply<'walk'> = await homestead.request('walk', { to: [1, 2] });
  if (lent.ok) {
    const wallet: Minor = lent.value.wallet;
    // @ts-expect-error lending does not harvest
    void [wallet, lent.value.harvested];
  }
  // @ts-expect-error a refusal has a code, not a value
  if (!walked.ok) void walked.value;

  // @ts-expect-error an unknown command
  await village.request('loan.steal', { commandId: id });
  // @ts-expect-error the amount is missing
  await village.request('loan.lend', { commandId: id, loanId: 'awa-v1-1' });
  // @ts-expect-error the amount is a number
  await village.request('loan.lend', { commandId: id, loanId: 'awa-v1-1', amount: '25' });
  // @ts-expect-error the actor comes from the session
  await village.request('loan.lend', { commandId: id, loanId: 'awa-v1-1', amount: 2_500, playerId: 'me' });
  // @ts-expect-error not one of the phrases
  await village.request('say', { phrase: 'buy gold' });

  const purse: number | undefined = village.state.avatars.get('x')?.self.wallet;
  const crop: string | undefined = homestead.state.plots.get('0')?.crop;
  // @ts-expect-error a village has no plots
  void [purse, crop, village.state.plots];

  village.onMessage('loan.repaid', (message) => {
    const amount: Minor = message.amount;
    // @ts-expect-error there is no interest for lenders
    void [amount, message.interest];
  });
}
