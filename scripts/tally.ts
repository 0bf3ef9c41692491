// Counts what `npm test` did. A test that was skipped or never ran counts as failed, and so does a file that could
// not be loaded: silence must not look like success.

/** What became of one file of tests. */
export type FileResult = {
  readonly set: string;
  readonly file: string;
  readonly states: readonly ("passed" | "failed" | "skipped" | "pending")[];
  /** Failures outside the tests: the file does not load, a hook throws. */
  readonly errors: number;
  readonly ms: number;
};

export type Tally = {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly ms: number;
  /** What the summary says beside the counts, where there is something to say. */
  readonly note: string;
};

function tallyOf(file: FileResult): Tally {
  const count = (state: FileResult["states"][number]): number =>
    file.states.filter((each) => each === state).length;
  const silent = count("skipped") + count("pending");
  return {
    name: file.set,
    passed: count("passed"),
    failed: count("failed") + silent + file.errors,
    ms: file.ms,
    note: silent === 0 ? "" : `${silent} did not run in ${file.file}`,
  };
}

function sum(name: string, parts: readonly Tally[]): Tally {
  return {
    name,
    passed: parts.reduce((total, part) => total + part.passed, 0),
    failed: parts.reduce((total, part) => total + part.failed, 0),
    ms: parts.reduce((total, part) => total + part.ms, 0),
    note: parts
      .map((part) => part.note)
      .filter((note) => note !== "")
      .join("; "),
  };
}

/** One tally a set, in the order in which the sets are first met. */
export function tallySets(files: readonly FileResult[]): readonly Tally[] {
  const sets = [...new Set(files.map((file) => file.set))];
  return sets.map((set) =>
    sum(
      set,
      files.filter((file) => file.set === set).map((file) => tallyOf(file)),
    ),
  );
}

/** A step that passes or fails as a whole. */
export function tallyStep(name: string, hasPassed: boolean, ms: number): Tally {
  return { name, passed: hasPassed ? 1 : 0, failed: hasPassed ? 0 : 1, ms, note: "" };
}

/** The lines that close `npm test`; the last one has a fixed form that other programs read. */
export function summaryLines(tallies: readonly Tally[]): readonly string[] {
  const { passed, failed } = sum("", tallies);
  const rows = tallies.map((tally) => {
    const counts = `${String(tally.passed).padStart(6)} passed ${String(tally.failed).padStart(4)} failed`;
    const time = `${(tally.ms / 1000).toFixed(1).padStart(7)} s`;
    return `  ${tally.name.padEnd(12)}${counts}${time}${tally.note === "" ? "" : `  ${tally.note}`}`;
  });
  return [...rows, `${passed} passed, ${failed} failed`];
}
