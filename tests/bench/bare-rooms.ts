import { Client, type Room } from '@colyseus/sdk';

/** So many sockets on the bare server, 24 a room. */
export async function joinBareRooms(url: string, count: number): Promise<Room[]> {
  const rooms: Room[] = [];
  for (let i = 0; i < count; i++) {
    const room = (await new Client(url).joinOrCreate('echo')) as unknown as Room;
    room.reconnection.enabled = false;
    rooms.push(room);
  }
  return rooms;
}
