/** Servers, in the order of server/port/servers.ts, which says what the columns and the states are. */
import { Bytes, Ints } from "./memory";

@unmanaged
class Servers {
  place: Ints;
  line: Ints;
  post: Ints;
  state: Bytes;
  vehicle: Ints;
  leaving: Bytes;
  down: Bytes;
  nextIdle: Ints;
  previousIdle: Ints;
}

export const servers = changetype<Servers>(memory.data(offsetof<Servers>(), 8));

export function serversAt(): usize {
  return changetype<usize>(servers);
}
