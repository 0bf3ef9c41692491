/** A core for what needs no run: arithmetic and draws. */
import { Core } from "./core.ts";

export const SHARED = new Core();
