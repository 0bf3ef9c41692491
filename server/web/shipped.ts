/**
 * The scenarios that come with Cruce: read once, loaded when first asked for. They are the only files
 * that a scenario sent through the page can name.
 */
import type { CatalogEntry } from "../../shared/protocol.ts";
import type { LoadResult, LoadedScenario } from "../../shared/scenario/loaded.ts";
import { readShipped, shippedLibrary } from "../scenario/library.ts";
import type { ScenarioLibrary } from "../scenario/library.ts";
import { loadScenario } from "../scenario/load.ts";

/** What a session begins with. */
export const SHIPPED_PAIR = ["laredo-world-trade-bridge.yaml", "laredo-one-more-shift.yaml"] as const;

export class Shipped {
  readonly files: ReadonlyMap<string, string>;
  readonly #library: ScenarioLibrary;
  readonly #loaded = new Map<string, LoadResult>();

  constructor(folder: string) {
    this.files = readShipped(folder);
    this.#library = shippedLibrary(this.files);
  }

  load(name: string): LoadResult {
    const known = this.#loaded.get(name);
    if (known !== undefined) return known;
    const result = loadScenario({ name }, this.#library);
    if (this.files.has(name)) this.#loaded.set(name, result);
    return result;
  }

  pair(): readonly LoadedScenario[] {
    return SHIPPED_PAIR.map((name) => {
      const result = this.load(name);
      if (!result.ok) throw new Error(`${name} does not load: ${JSON.stringify(result.problems[0])}`);
      return result;
    });
  }

  /** Those that can be opened; loads one a turn, so that nobody waits for all of them. */
  async catalog(): Promise<readonly CatalogEntry[]> {
    const entries: CatalogEntry[] = [];
    for (const file of this.files.keys()) {
      if (!file.endsWith(".yaml")) continue;
      const result = this.load(file);
      if (result.ok) entries.push({ file, name: result.scenario.name, about: result.scenario.about ?? null });
      await new Promise((resolve) => setImmediate(resolve));
    }
    return entries;
  }
}
