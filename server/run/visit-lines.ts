/** Visits as lines of CSV, sent on in parts of whole lines as they come, so that nothing piles up. */
import { csvCell } from "../../shared/csv.ts";
import { FLOWS } from "../../shared/vocabulary.ts";
import type { Visit, VisitOutcome } from "../measure/visits.ts";
import { NONE } from "../port/plan.ts";
import type { PortPlan } from "../port/plan.ts";
import { ByteLines, bytesOf } from "./byte-lines.ts";

const PART_BYTES = 65_536;
const LONGEST_LINE = 512;

const COMMA = bytesOf(",");
const FLOW_WORDS = FLOWS.map((flow) => bytesOf(`,${flow},`));
/** FAST or not, counted or not: two cells in one of four words. */
const MARK_WORDS = ["false,false", "true,false", "false,true", "true,true"].map((cells) =>
  bytesOf(`,${cells},`),
);
const OUTCOME_WORDS: Readonly<Record<VisitOutcome, Uint8Array>> = {
  onward: bytesOf(",onward\r\n"),
  departed: bytesOf(",departed\r\n"),
  turnedAway: bytesOf(",turnedAway\r\n"),
  gaveUp: bytesOf(",gaveUp\r\n"),
  unfinished: bytesOf(",unfinished\r\n"),
};

export class VisitLines {
  readonly #send: (part: Uint8Array) => void;
  readonly #lines = new ByteLines(PART_BYTES + LONGEST_LINE);

  constructor(send: (part: Uint8Array) => void) {
    this.#send = send;
  }

  /** Who takes down the visits of one run. */
  of(scenario: string, replication: number, { places }: PortPlan): (visit: Visit) => void {
    const run = bytesOf(`${csvCell(scenario)},${replication},`);
    const names = places.map(({ name }) => bytesOf(csvCell(name)));
    const lines = this.#lines;
    return (visit) => {
      lines.add(run);
      lines.addNumber(visit.day);
      lines.add(FLOW_WORDS[visit.flow]);
      lines.addNumber(visit.cell);
      lines.add(COMMA);
      lines.addNumber(visit.number);
      lines.add(COMMA);
      lines.addNumber(visit.member);
      lines.add(MARK_WORDS[(visit.isFast ? 1 : 0) + (visit.isCounted ? 2 : 0)]);
      if (visit.place !== NONE) lines.add(names[visit.place]);
      this.#addTime(visit.enteredMs);
      this.#addTime(visit.beganMs);
      this.#addTime(visit.blockedMs);
      this.#addTime(visit.leftMs);
      lines.add(COMMA);
      if (visit.server > 0) lines.addNumber(visit.server);
      lines.add(OUTCOME_WORDS[visit.outcome]);
      if (lines.length >= PART_BYTES) this.flush();
    };
  }

  /** Sends what is left. */
  flush(): void {
    if (this.#lines.length > 0) this.#send(this.#lines.take());
  }

  #addTime(ms: number): void {
    this.#lines.add(COMMA);
    if (!Number.isNaN(ms)) this.#lines.addNumber(ms);
  }
}
