/** What every command knows: its language, and whether it is to be quiet. */
import type { Texts } from "./texts.ts";

export type Session = { readonly texts: Texts; readonly quiet: boolean };
