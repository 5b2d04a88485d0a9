/** Header of a WebSocket frame sent by a server (RFC 6455, 5.2): unmasked, so two, four or ten bytes. */
const frameHeader = (payload: number): number => (payload < 126 ? 2 : payload < 65_536 ? 4 : 10);

/** Something whose incoming WebSocket messages pass through `events.onmessage`: the SDK's connection. */
type Listening = { readonly events: { onmessage?: ((event: { data: unknown }) => void) | null } };

/** Counts what a socket receives: payload and frame headers, without TCP and pings, which the SDK does not see. */
export class Traffic {
  bytes = 0;
  messages = 0;

  watch(connection: Listening): void {
    const pass = connection.events.onmessage;
    connection.events.onmessage = (event) => {
      const { data } = event;
      const size = typeof data === 'string' ? Buffer.byteLength(data) : (data as ArrayBuffer).byteLength;
      this.bytes += size + frameHeader(size);
      this.messages++;
      pass?.(event);
    };
  }
}
