/** Where files come from: the disk for the command line, a fixed set for the page. */
import { symlinkSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { diskLibrary, readShipped, shippedLibrary } from "../../server/scenario/library.ts";
import { loadScenario } from "../../server/scenario/load.ts";
import { ScenarioReader } from "../../server/scenario/load-in-worker.ts";
import { LAREDO, change } from "./laredo.ts";
import { onDisk } from "./mistakes.ts";
import { codesOf, problemsOf, say } from "./reading.ts";

const SHIPPED = "scenarios";
const problems = (result: ReturnType<typeof loadScenario>): readonly string[] =>
  result.ok ? [] : result.problems.map(say);

test("every shipped scenario loads", () => {
  const library = diskLibrary(SHIPPED);
  const files = [...readShipped(SHIPPED).keys()].filter((name) => name.endsWith(".yaml"));
  expect(files.length).toBeGreaterThan(6);
  expect(files.flatMap((name) => problems(loadScenario({ name }, library)))).toEqual([]);
});

test("a port that does not fit is warned of", () => {
  const result = loadScenario({ name: "laredo-before-2023.yaml" }, shippedLibrary(readShipped(SHIPPED)));
  expect(result.ok && codesOf(result.warnings)).toContain("CR-401");
});

describe("on disk", () => {
  const list = `cruce: 1
name: listed
zone: America/Chicago
from: "2024-05-07"
northbound:
  demand: { arrivals: { file: arrivals.csv } }
  stages: { toll: { lanes: 1, service: 10 s } }
`;

  test("names count from the file that names them", () => {
    const files = {
      "deep/mine.yaml": "extends: ../base/list.yaml\nname: child\n",
      "base/list.yaml": list,
      "base/arrivals.csv": "time,fast\n07:00,true\n08:00,false\n",
    };
    const result = onDisk(files, "deep/mine.yaml");
    expect(result.ok && result.arrivals).toMatchObject([
      { timeMs: 25_200_000, fast: true },
      { timeMs: 28_800_000, fast: false },
    ]);
  });

  test("faults of a list of arrivals are told in its own lines", () => {
    const result = onDisk({ "mine.yaml": list, "arrivals.csv": "time,fast\n07:00,maybe\n" }, "mine.yaml");
    expect(!result.ok && result.problems).toMatchObject([
      { code: "CR-506", file: "arrivals.csv", line: 2, column: 7 },
    ]);
  });

  test("a class in the list that no booth takes is refused", () => {
    const port = list.replace(
      "toll: { lanes: 1, service: 10 s }",
      "primary: { booths: { general: 1 }, service: 10 s, fastUsesGeneral: never }",
    );
    const result = onDisk({ "mine.yaml": port, "arrivals.csv": "time,fast\n07:00,true\n" }, "mine.yaml");
    expect(!result.ok && codesOf(result.problems)).toEqual(["CR-320"]);
  });

  test("a missing file is one clear problem", () => {
    const result = loadScenario({ name: "gone.yaml" }, diskLibrary(SHIPPED));
    expect(problems(result)).toEqual([
      "gone.yaml\n  expected a file; found nothing at gone.yaml\n  → check the name; it counts from the folder you are in (CR-101)",
    ]);
  });

  test("a folder is called one", () => {
    const result = loadScenario({ name: "theory" }, diskLibrary(SHIPPED));
    expect(problems(result)[0]).toContain("found the folder theory\n");
  });

  test("what is no plain file is not read", () => {
    const folder = mkdtempSync(join(tmpdir(), "cruce-"));
    symlinkSync("/dev/zero", join(folder, "zero.yaml"));
    const result = loadScenario({ name: "zero.yaml" }, diskLibrary(folder));
    rmSync(folder, { recursive: true });
    expect(!result.ok && codesOf(result.problems)).toEqual(["CR-102"]);
  });
});

describe("through the page", () => {
  test.each(["/etc/passwd", "../package.json", "scenarios/../../etc/passwd", "file:///etc/passwd", "..", ""])(
    "extends %j reaches nothing",
    (name) => {
      const text = `extends: ${JSON.stringify(name)}\nname: x\n`;
      expect(codesOf(problemsOf(text, { "base.yaml": LAREDO }))).toEqual(["CR-121"]);
    },
  );

  test("a shipped scenario keeps its own list of arrivals", () => {
    const listed = change(LAREDO, "trucks: 8000 /day", "arrivals: { file: ./list.csv }").replace(
      / {4}byHour:\n(?: {6}"[^\n]*\n)+/,
      "",
    );
    const files = { "ports/base.yaml": listed, "ports/list.csv": "time\n07:00\n" };
    expect(problemsOf("extends: ports/base.yaml\nname: child\n", files)).toEqual([]);
    expect(codesOf(problemsOf(listed.replace("./list.csv", "ports/list.csv"), files))).toEqual(["CR-124"]);
  });
});

describe("in a thread", () => {
  const request = { file: "mine.yaml", text: LAREDO };

  test("a text yields what it yields here", async () => {
    const reader = new ScenarioReader(new Map([["base.yaml", LAREDO]]));
    const results = await Promise.all([
      reader.load(request),
      reader.load({ file: "b.yaml", text: "extends: base.yaml\nname: b\n" }),
    ]);
    await reader.close();
    const library = shippedLibrary(new Map([["base.yaml", LAREDO]]));
    expect(results[0]).toEqual(loadScenario(request, library));
    expect(results[1]).toMatchObject({ ok: true, file: "b.yaml" });
  });

  test("a text that takes too long is given up", async () => {
    const reader = new ScenarioReader(new Map(), 1);
    const results = await Promise.all([reader.load(request), reader.load(request)]);
    await reader.close();
    expect(results.flatMap((one) => (one.ok ? [] : codesOf(one.problems)))).toEqual(["CR-116", "CR-116"]);
  });

  test("texts unread when it closes are refused", async () => {
    const reader = new ScenarioReader(new Map());
    const unread = [reader.load(request), reader.load(request)];
    await reader.close();
    expect((await Promise.all(unread)).map(({ ok }) => ok)).toEqual([false, false]);
    expect(await reader.load(request)).toMatchObject({ ok: false });
  });
});
