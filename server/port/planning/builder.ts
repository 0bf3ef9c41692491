/**
 * Collects places, lines, servers and posts while the stages are planned, and numbers them.
 *
 * Words of draws come from the place's name, never from its number, so that a stage more or less
 * renumbers nothing.
 */
import { DistributionTable } from "../../engine/distributions.ts";
import { nameWord } from "../../engine/draws.ts";
import type { ServiceTime } from "../../../shared/scenario/distribution.ts";
import type { LaneType, StageKind } from "../../../shared/vocabulary.ts";
import { NONE, SERVICE_CLASSES, UNLIMITED } from "../plan.ts";
import type { LinePlan, PlaceKind, PlacePlan, PlaceWords, StagePlan, Steps } from "../plan.ts";

/** A post before pools and levels are known. */
export type DraftPost = {
  readonly name: string;
  readonly place: number;
  readonly isReview: boolean;
  readonly laneType: LaneType | null;
  readonly capacity: number;
};

export type DraftPlace = Omit<
  PlacePlan,
  "beforePrimary" | "isPrimary" | "holdsForReview" | "servedBy" | "upstream"
>;

type PlaceOptions = {
  readonly name: string;
  readonly kind: PlaceKind;
  readonly lines?: readonly { readonly room: number; readonly serves: LaneType | null }[];
  readonly moveUpMs?: number;
  readonly travel?: { readonly freeFlowMs: number; readonly spacingM: number; readonly lengthM: number };
  /** By service class: index into the distributions. */
  readonly service?: Int32Array;
  readonly serviceByExam?: Int32Array;
  readonly ownLines?: boolean;
  readonly fastFirst?: boolean;
  readonly choosesAtRandom?: boolean;
  readonly turnsAwayWhenFull?: boolean;
  readonly fastUsesGeneral?: PlacePlan["fastUsesGeneral"];
  readonly patience?: number;
  readonly join?: PlacePlan["join"];
  readonly hours?: Steps | null;
};

export class PlanBuilder {
  readonly distributions = new DistributionTable();
  readonly places: DraftPlace[] = [];
  readonly lines: LinePlan[] = [];
  readonly posts: DraftPost[] = [];
  readonly stages: StagePlan[] = [];
  readonly serverPlace: number[] = [];
  readonly serverLine: number[] = [];
  readonly serverPost: number[] = [];
  readonly analystPost: number[] = [];
  readonly service: Int32Array[] = [];
  /** The stage being planned. */
  stage: { readonly index: number; readonly name: string; readonly kind: StageKind | "outside" } = {
    index: NONE,
    name: "",
    kind: "outside",
  };

  distribution(time: ServiceTime): number {
    return this.distributions.add(time);
  }

  /** Adds a place with its lines; servers follow with `addServers`. */
  addPlace(options: PlaceOptions): number {
    const index = this.places.length;
    const lines = options.lines ?? [];
    this.places.push({
      index,
      name: options.name,
      stage: this.stage.index,
      stageName: this.stage.name,
      stageKind: this.stage.kind,
      kind: options.kind,
      moveUpMs: options.moveUpMs ?? 0,
      freeFlowMs: options.travel?.freeFlowMs ?? 0,
      spacingM: options.travel?.spacingM ?? 0,
      lengthM: options.travel?.lengthM ?? 0,
      lanes: Math.max(1, lines.length),
      firstServer: this.serverPlace.length,
      serverCount: 0,
      firstLine: this.lines.length,
      lineCount: lines.length,
      ownLines: options.ownLines ?? false,
      fastFirst: options.fastFirst ?? false,
      choosesAtRandom: options.choosesAtRandom ?? false,
      turnsAwayWhenFull: options.turnsAwayWhenFull ?? false,
      fastUsesGeneral: options.fastUsesGeneral ?? "never",
      patience: options.patience ?? NONE,
      join: options.join ?? null,
      serviceByExam: options.serviceByExam ?? null,
      hours: options.hours ?? null,
      words: wordsOf(options.name),
    });
    for (const line of lines)
      this.lines.push({ place: index, room: Math.min(line.room, UNLIMITED), serves: line.serves });
    this.service.push(options.service ?? new Int32Array(SERVICE_CLASSES).fill(NONE));
    return index;
  }

  /** Servers of the place just added, with a post of their own; `built` of them can be used, the rest are spare. */
  addServers(
    post: Omit<DraftPost, "place" | "isReview" | "capacity">,
    built: number,
    lineOf: (i: number) => number,
    spare = 0,
  ): void {
    const place = this.places.length - 1;
    const number = this.addPost({ ...post, place, isReview: false, capacity: built });
    for (let i = 0; i < built + spare; i++) {
      this.serverPlace.push(place);
      this.serverLine.push(lineOf(i));
      this.serverPost.push(number);
    }
    const draft = this.places[place];
    this.places[place] = { ...draft, serverCount: draft.serverCount + built + spare };
  }

  addAnalysts(name: string, place: number, count: number): number {
    const post = this.addPost({ name, place, isReview: true, laneType: null, capacity: count });
    for (let i = 0; i < count; i++) this.analystPost.push(post);
    return post;
  }

  addPost(post: DraftPost): number {
    return this.posts.push(post) - 1;
  }
}

const wordsOf = (name: string): PlaceWords => ({
  service: nameWord(`${name}.service`),
  line: nameWord(`${name}.line`),
  patience: nameWord(`${name}.patience`),
  join: nameWord(`${name}.join`),
  route: nameWord(`${name}.route`),
});
