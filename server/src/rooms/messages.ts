import {
  COMMANDS,
  type CommandPayload,
  type CommandType,
  GESTURES,
  type GesturePayload,
  type GestureType,
} from '@bloomvale/shared/protocol/commands';
import type { RejectCode } from '@bloomvale/shared/protocol/reject-codes';
import type { CommandReply, GestureReply } from '@bloomvale/shared/protocol/replies';
import type { Result } from '@bloomvale/shared/result';
import type { z } from 'zod';

/** A Standard Schema that declares `T`. Neither Colyseus nor zod exports a type for it that stands by itself. */
export type Format<T> = {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => { readonly value: T };
    readonly types?: { readonly input: T; readonly output: T };
  };
};

type Context = { readonly id: number | undefined };
type Message<Client, Payload, Reply> = {
  readonly format: Format<Payload>;
  readonly handler: (client: Client, payload: Payload, context: Context) => Promise<Reply>;
};

/** Every message a client may send: typed at the client's `room.request` from here. */
export type RoomCommands<Client> = { [T in CommandType]: Message<Client, CommandPayload<T>, CommandReply<T>> } & {
  [T in GestureType]: Message<Client, GesturePayload<T>, GestureReply<T>>;
};
export type MessageType = CommandType | GestureType;

/** A payload as the handler gets it: the declared type is for the client's compiler, this is what is there at run time. */
type Parsed = Result<unknown, RejectCode>;

/**
 * Never fails: Colyseus would answer a failed format with zod's raw issues before our code runs. The handler gets the refusal instead.
 * What the payload is called, the client sees as the format's output type.
 */
const tolerant = (schema: z.ZodType): Format<never> => ({
  '~standard': {
    version: 1,
    vendor: 'bloomvale',
    validate: (value) => {
      const parsed = schema.safeParse(value);
      const result: Parsed = parsed.success ? { ok: true, value: parsed.data } : { ok: false, error: 'BAD_SHAPE' };
      return { value: result as never };
    },
  },
});

/** One handler for all types: `handle` gets the type, the parsed payload or why there is none, and whether anybody waits for a reply. */
export function roomCommands<Client>(
  handle: (client: Client, type: MessageType, payload: Parsed, awaited: boolean) => Promise<unknown>,
): RoomCommands<Client> {
  const entries = Object.entries({ ...COMMANDS, ...GESTURES }).map(([type, schema]) => [
    type,
    {
      format: tolerant(schema),
      handler: (client: Client, payload: unknown, context: Context) =>
        handle(client, type as MessageType, payload as Parsed, context.id !== undefined),
    },
  ]);
  return Object.fromEntries(entries) as RoomCommands<Client>;
}
