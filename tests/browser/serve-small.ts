/** A server of the small pair as a process of its own, so that a test can kill it: `node serve-small.ts PORT FOLDER`. */
import { smallServer } from "./visit.ts";

const [port = "0", dataFolder = ""] = process.argv.slice(2);
const { url } = await smallServer({ port: Number(port), dataFolder });
process.stdout.write(`${url}\n`);
