/**
 * What the address bar says and restores: which session, as whom, and the view. Secrets and the token
 * stand in the fragment, which never reaches a server or its logs.
 */
import { LANGUAGES } from "../../shared/vocabulary.ts";
import type { Language } from "../../shared/vocabulary.ts";

export type Address =
  | { readonly kind: "new"; readonly token: string | null }
  | {
      readonly kind: "session";
      readonly role: "control" | "watch";
      readonly session: string;
      readonly secret: string;
    };

/** What the chart of where the time goes divides it by. */
export const SPLITS = ["stages", "causes"] as const;
export type SplitBy = (typeof SPLITS)[number];
/** What the card about time shows: that, or what one more officer would save of it. */
export const TIME_VIEWS = [...SPLITS, "worth"] as const;
export type TimeView = (typeof TIME_VIEWS)[number];

/** The live day, or the experiments of the session. */
export const SCREENS = ["live", "experiments"] as const;
export type Screen = (typeof SCREENS)[number];

export type ViewOptions = {
  readonly language: Language | null;
  /** The scenario that "What if" changes and results compare with the first. */
  readonly selected: number | null;
  readonly wall: boolean;
  readonly timeView: TimeView;
  readonly screen: Screen;
  /** The experiment that is read. */
  readonly experiment: number | null;
};

type Located = Pick<Location, "pathname" | "hash">;

export function readAddress({ pathname, hash }: Located): Address {
  const fragment = hash.replace(/^#/, "");
  const session = /^\/([cw])\/([a-z0-9]{8,64})$/.exec(pathname);
  if (session !== null && fragment !== "") {
    return {
      kind: "session",
      role: session[1] === "c" ? "control" : "watch",
      session: session[2],
      secret: fragment,
    };
  }
  return { kind: "new", token: new URLSearchParams(fragment).get("token") };
}

export function readView(search: string): ViewOptions {
  const params = new URLSearchParams(search);
  const wanted = params.get("lang");
  const selected = Number.parseInt(params.get("b") ?? "", 10);
  const experiment = Number.parseInt(params.get("x") ?? "", 10);
  return {
    language: LANGUAGES.find((language) => language === wanted) ?? null,
    selected: selected >= 1 && selected <= 3 ? selected : null,
    wall: params.get("view") === "wall",
    timeView: TIME_VIEWS.find((by) => by === params.get("by")) ?? "stages",
    screen: SCREENS.find((screen) => screen === params.get("view")) ?? "live",
    experiment: experiment >= 1 ? experiment : null,
  };
}

/** The query that restores the view; what is as usual is left out. */
export function viewQuery(view: {
  readonly language: Language;
  readonly selected: number;
  readonly wall: boolean;
  readonly timeView: TimeView;
  readonly screen: Screen;
  readonly experiment: number | null;
}): string {
  const params = new URLSearchParams({ lang: view.language });
  if (view.selected !== 1) params.set("b", String(view.selected));
  if (view.wall) params.set("view", "wall");
  else if (view.screen === "experiments") params.set("view", "experiments");
  if (view.experiment !== null) params.set("x", String(view.experiment));
  if (view.timeView !== "stages") params.set("by", view.timeView);
  return `?${params.toString()}`;
}

/** The reader's language: said in the address, else the first of theirs that we speak. */
export function preferredLanguage(said: Language | null, spoken: readonly string[]): Language {
  if (said !== null) return said;
  for (const tag of spoken) {
    const known = LANGUAGES.find((language) => tag.toLowerCase().startsWith(language));
    if (known !== undefined) return known;
  }
  return "en";
}
