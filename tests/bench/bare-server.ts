import { defineRoom, defineServer, Room } from '@colyseus/core';
import { schema, t } from '@colyseus/schema';
import { WebSocketTransport } from '@colyseus/ws-transport';
import { answerMemory } from './memory-report.ts';

/**
 * Bare Colyseus for comparison: one room type with a state of one number, one request that gives back what it got. Nothing of ours runs
 * here, so its figures are the price of the framework and of the machine.
 */
const EchoState = schema({ joined: t.number().default(0) }, 'EchoState');

class EchoRoom extends Room<{ state: InstanceType<typeof EchoState> }> {
  override state = new EchoState();
  override maxClients = 24;
  override messages = {
    echo: (_client: unknown, payload: unknown) => ({ ok: true, value: payload }),
  };

  override onJoin(): void {
    this.state.joined++;
  }
}

const server = defineServer({
  greet: false,
  gracefullyShutdown: false,
  transport: new WebSocketTransport(),
  rooms: { echo: defineRoom(EchoRoom) },
  express: (app) => {
    app.get('/health', (_request, response) => {
      response.json({ ok: true });
    });
  },
});
await server.listen(Number(process.env.PORT), '127.0.0.1');
answerMemory();
process.once('SIGTERM', () => process.exit(0));
