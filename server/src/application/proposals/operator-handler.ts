import type { OperatorRefusal } from '@bloomvale/shared/operator/operator-refusals';
import { err, ok, type Result } from '@bloomvale/shared/result';
import type { CommandBus } from '../bus/command-bus.ts';
import type { Handler } from '../bus/handler.ts';
import type { View } from '../bus/view.ts';
import type { Work } from '../bus/work.ts';
import type { Needs } from '../store/store.ts';

/** A command of the console. Like a player's, but refused in the console's words. */
export type OperatorHandler<C, V> = Handler<C, Result<V, OperatorRefusal>>;

type Parts<C, V> = {
  readonly type: string;
  readonly needs: (command: C, view: View) => Needs;
  readonly decide: (command: C, work: Work) => Result<V, OperatorRefusal>;
};

/** A refusal leaves no trace, also of what `decide` had done before it refused. `needs` is asked in stages. */
export const operatorHandler = <C, V>({ type, needs, decide }: Parts<C, V>): OperatorHandler<C, V> => ({
  type,
  staged: true,
  needs,
  decide(command, work) {
    const before = work.savepoint();
    const decided = decide(command, work);
    if (!decided.ok) work.rollbackTo(before);
    return ok(decided);
  },
});

/** What the bus itself may refuse, in the console's words. */
const OF_THE_BUS = ['STORE_UNAVAILABLE', 'STOPPING', 'BUSY'] as const;

/** Runs a command of the console; resolves after the commit. */
export async function runOperator<C, V>(
  bus: CommandBus,
  handler: OperatorHandler<C, V>,
  command: C,
): Promise<Result<V, OperatorRefusal>> {
  const reply = await bus.system(handler, command);
  if (reply.ok) return reply.value;
  return err({ code: OF_THE_BUS.find((code) => code === reply.code) ?? 'INTERNAL' });
}
