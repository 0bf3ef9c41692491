/** One experiment's dealings with the store: what its threads look for, and what they have run. */
import type { Change } from "../../shared/scenario/changes.ts";
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import type { ReplicationStore } from "../store/replication-store.ts";
import { StoreError } from "../store/store-error.ts";
import type { StoreRequest, Storing } from "./stored-days.ts";
import { workContent } from "./work-key.ts";

export class Keeping {
  readonly request: StoreRequest;
  readonly #store: ReplicationStore;
  readonly #underWay = new Set<Promise<void>>();
  #taken = 0;

  /** `changes` are interventions beside the files' own, by scenario; `antithetic`: with such days as well. */
  constructor(
    store: ReplicationStore,
    seed: number,
    scenarios: readonly LoadedScenario[],
    changes: readonly (readonly Change[])[],
    antithetic: boolean,
  ) {
    this.#store = store;
    const { file, model } = store;
    const worksOf = (kind: "ordinary" | "antithetic") =>
      scenarios.map((one, index) => ({ content: workContent(one, changes[index], kind), seed }));
    const others = antithetic ? worksOf("antithetic") : [];
    this.request = { file, model, works: worksOf("ordinary"), antithetic: others };
  }

  /** Days that were there. */
  get taken(): number {
    return this.#taken;
  }

  /** Rejects where a day ended otherwise than the store has it. `isNews`: that it was there is worth telling. */
  keep({ taken, made, unreadable }: Storing, isNews: boolean, onKept: () => void): Promise<void> {
    if (isNews) {
      this.#taken += taken;
      this.#store.noteTaken(taken);
    }
    if (unreadable !== null) this.#store.fail(new StoreError(this.#store.file, "damaged", unreadable));
    const keeping = this.#store.save(made).then(onKept);
    const settled = keeping.then(
      () => void this.#underWay.delete(settled),
      () => void this.#underWay.delete(settled),
    );
    this.#underWay.add(settled);
    return keeping;
  }

  /** Settles when all that came by now is on disk, or cannot be. */
  async finish(): Promise<void> {
    this.#store.flush();
    await Promise.all(this.#underWay);
  }
}
