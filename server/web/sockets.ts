/**
 * Sockets of the page: the handshake decides who somebody is, once; control messages get exactly one
 * reply; pictures are broadcast to a session's room and may be lost.
 *
 * A message is checked before anything else is done with it, and a client that stops reading is
 * dropped before its unread frames fill the memory.
 */
import type { Server as HttpServer } from "node:http";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { Server } from "socket.io";
import type { Socket } from "socket.io";
import { MAX_CONTROL_BYTES, PROTOCOL_VERSION, command, handshake } from "../../shared/protocol.ts";
import { experimentCommand } from "../../shared/experiments.ts";
import type {
  ExperimentClientEvents,
  ExperimentReply,
  ExperimentServerEvents,
} from "../../shared/experiments.ts";
import type { ClientEvents, Refusal, Reply, Role, ServerEvents } from "../../shared/protocol.ts";
import { isFromOwnPage } from "./origin.ts";
import { watchLink, watchSecretOf } from "./secrets.ts";
import type { Audience, Session } from "./session.ts";
import type { Sessions } from "./sessions.ts";

const COMMANDS_PER_SECOND = 20;
/** Messages of a second after which a client is no page but a flood. */
const FLOOD = 200;
const MOST_SOCKETS = 2_000;
const MOST_SOCKETS_PER_ADDRESS = 400;
const MOST_UNREAD_BYTES = 1_000_000;

type Member = {
  session: Session;
  role: Role;
  watchLink: string | null;
  wasFull: boolean;
  /** The experiment whose frames it gets. */
  watched: number | null;
};
type FromPage = ClientEvents & ExperimentClientEvents;
type ToPage = ServerEvents & ExperimentServerEvents;
type Io = Server<FromPage, ToPage, Record<string, never>, Member>;
type PageSocket = Socket<FromPage, ToPage, Record<string, never>, Member>;

export class Sockets {
  readonly #io: Io;
  readonly #commands = new RateLimiterMemory({ points: COMMANDS_PER_SECOND, duration: 1 });
  readonly #messages = new RateLimiterMemory({ points: FLOOD, duration: 1 });
  readonly #byAddress = new Map<string, number>();

  constructor(http: HttpServer) {
    this.#io = new Server(http, {
      transports: ["websocket"],
      serveClient: false,
      perMessageDeflate: false,
      httpCompression: false,
      maxHttpBufferSize: MAX_CONTROL_BYTES,
      connectTimeout: 10_000,
      allowRequest: (request, decide) => decide(null, isFromOwnPage(request.headers)),
    });
  }

  /** What a session shows goes to the sockets of its room. */
  audienceOf(id: string): Audience {
    const room = () => this.#io.to(id);
    // Lost is what comes while a socket is still busy with the message before.
    const data = (isLast: boolean) => (isLast ? room() : room().volatile);
    return {
      welcome: () => {
        for (const socket of this.#socketsOf(id)) welcome(socket);
      },
      frame: (frame) => void data(false).emit("frame", frame),
      charts: (charts, isLast) => void data(isLast).emit("charts", charts),
      results: (results, isLast) => void data(isLast).emit("results", results),
      forecast: (forecast, isLast) => void data(isLast).emit("forecast", forecast),
      worth: (worth, isLast) => void data(isLast).emit("worth", worth),
      experiments: (list) => void room().emit("experiments", list),
      experiment: (frame, isLast) => {
        const watching = this.#io.to(roomOf(id, frame.id));
        (isLast ? watching : watching.volatile).emit("experiment", frame);
      },
      failed: (what, runaway) => void room().emit("failed", what, runaway),
      ended: (reason, runaway) => {
        room().emit("ended", reason, runaway);
        this.#io.in(id).disconnectSockets(true);
      },
    };
  }

  open(sessions: Sessions): void {
    this.#io.use((socket, next) => {
      void this.#admit(sessions, socket).then(
        (refusal) => next(refusal === null ? undefined : refusedHandshake(refusal)),
        () => next(refusedHandshake("failed")),
      );
    });
    this.#io.on("connection", (socket) => this.#connected(socket));
  }

  /** Drops clients that have not read for two looks in a row. */
  dropStalled(): void {
    for (const socket of this.#io.sockets.sockets.values()) {
      const isFull = (rawOf(socket)?.bufferedAmount ?? 0) > MOST_UNREAD_BYTES;
      // Closing in good order would wait for what it does not read.
      if (isFull && socket.data.wasFull) rawOf(socket)?.terminate();
      else socket.data.wasFull = isFull;
    }
  }

  /** Closes the server below, too, once its connections are gone. */
  async close(): Promise<void> {
    this.#io.disconnectSockets(true);
    await this.#io.close();
  }

  async #admit(sessions: Sessions, socket: PageSocket): Promise<Refusal | null> {
    const auth: unknown = socket.handshake.auth;
    const parsed = handshake.safeParse(auth);
    if (!parsed.success) return isOutdated(auth) ? "outdated" : "malformed";
    const fromHere = this.#byAddress.get(socket.handshake.address) ?? 0;
    if (this.#io.sockets.sockets.size >= MOST_SOCKETS || fromHere >= MOST_SOCKETS_PER_ADDRESS)
      return "tooMany";
    const { session, secret } = parsed.data;
    const entered = await sessions.enter(session, secret);
    if (!entered.ok) return entered.refusal;
    const link = entered.role === "control" ? watchLink(session, watchSecretOf(secret)) : null;
    Object.assign(socket.data, {
      session: entered.session,
      role: entered.role,
      watchLink: link,
      wasFull: false,
      watched: null,
    });
    return null;
  }

  #connected(socket: PageSocket): void {
    const { session } = socket.data;
    const { address } = socket.handshake;
    void socket.join(session.id);
    session.viewers++;
    this.#byAddress.set(address, (this.#byAddress.get(address) ?? 0) + 1);
    socket.on("disconnect", () => {
      session.viewers--;
      const left = (this.#byAddress.get(address) ?? 1) - 1;
      if (left > 0) this.#byAddress.set(address, left);
      else this.#byAddress.delete(address);
    });
    socket.use((_message, next) => {
      void takes(this.#messages, socket.id).then((isTaken) => (isTaken ? next() : socket.disconnect(true)));
    });
    socket.on("control", (...message: unknown[]) => void this.#control(socket, message));
    socket.on("experiment", (...message: unknown[]) => void this.#experiment(socket, message));
    welcome(socket);
    const { frame, charts, results, forecast, worth } = session.latest();
    if (frame !== null) socket.emit("frame", frame);
    if (charts !== null) socket.emit("charts", charts);
    if (results !== null) socket.emit("results", results);
    // Also that there is none: who comes back may still see one that is gone.
    socket.emit("forecast", forecast);
    socket.emit("worth", worth);
    socket.emit("experiments", session.experiments.list());
  }

  async #control(socket: PageSocket, [message, answer]: readonly unknown[]): Promise<void> {
    const reply = await this.#replyTo(socket, message);
    if (typeof answer === "function") answer(reply);
  }

  async #replyTo(socket: PageSocket, message: unknown): Promise<Reply> {
    const { session, role } = socket.data;
    if (!(await takes(this.#commands, socket.id))) return refused("tooFast");
    if (role !== "control") return refused("notAllowed");
    const parsed = command.safeParse(message);
    return parsed.success ? session.command(parsed.data) : refused("malformed");
  }

  async #experiment(socket: PageSocket, [message, answer]: readonly unknown[]): Promise<void> {
    const reply = await this.#replyToExperiment(socket, message);
    if (typeof answer === "function") answer(reply);
  }

  async #replyToExperiment(socket: PageSocket, message: unknown): Promise<ExperimentReply> {
    const { session, role } = socket.data;
    if (!(await takes(this.#commands, socket.id))) return refused("tooFast");
    const parsed = experimentCommand.safeParse(message);
    if (!parsed.success) return refused("malformed");
    const asked = parsed.data;
    if (asked.do === "watch") return watch(socket, asked.id);
    if (role !== "control") return refused("notAllowed");
    const { experiments } = session;
    switch (asked.do) {
      case "start":
        return experiments.start(asked.request, session.state());
      case "cancel":
        return experiments.cancel(asked.id);
      case "remove":
        return experiments.remove(asked.id);
      default:
        return asked satisfies never;
    }
  }

  *#socketsOf(id: string): Iterable<PageSocket> {
    for (const member of this.#io.of("/").adapter.rooms.get(id) ?? []) {
      const socket = this.#io.sockets.sockets.get(member);
      if (socket !== undefined) yield socket;
    }
  }
}

function welcome(socket: PageSocket): void {
  const { session, role, watchLink: link } = socket.data;
  const message = session.welcome(role, link);
  if (message !== null) socket.emit("welcome", message);
}

/** Those who watch one experiment of a session. */
const roomOf = (session: string, experiment: number): string => `${session} ${experiment}`;

/** At once what there is of it, then each frame. */
async function watch(socket: PageSocket, id: number | null): Promise<ExperimentReply> {
  const { session, watched } = socket.data;
  if (id !== null && session.experiments.frame(id) === null) return refused("invalid");
  if (watched !== null) await socket.leave(roomOf(session.id, watched));
  socket.data.watched = id;
  if (id !== null) await socket.join(roomOf(session.id, id));
  const frame = id === null ? null : session.experiments.frame(id);
  if (frame !== null) socket.emit("experiment", frame);
  return { ok: true, id };
}

const refused = (refusal: Refusal): Extract<Reply & ExperimentReply, { ok: false }> => ({
  ok: false,
  refusal,
  problems: [],
});

function refusedHandshake(refusal: Refusal): Error {
  return Object.assign(new Error(refusal), { data: { refusal } });
}

const isOutdated = (auth: unknown): boolean =>
  typeof auth === "object" && auth !== null && "protocol" in auth && auth.protocol !== PROTOCOL_VERSION;

/** Whether the limit still has room for this one. */
async function takes(limiter: RateLimiterMemory, key: string): Promise<boolean> {
  try {
    await limiter.consume(key);
    return true;
  } catch {
    return false;
  }
}

/** The websocket below: neither library says what is still to be sent. */
type Raw = { readonly bufferedAmount: number; terminate(): void };

function rawOf(socket: PageSocket): Raw | undefined {
  return (socket.conn.transport as unknown as { readonly socket?: Raw }).socket;
}
