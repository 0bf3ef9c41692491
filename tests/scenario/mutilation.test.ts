/** Whatever is done to a file, reading it answers: a scenario, or problems with places in it. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { renderProblem } from "../../shared/problem.ts";
import { problems as fr } from "../../shared/messages/fr/problems.ts";
import { LAREDO } from "./laredo.ts";
import { read } from "./reading.ts";

const CHILD = `extends: base.yaml
name: child
northbound:
  demand: { factor: 115 %, byHourOf: { hazmat: { "10:00": 50 %, "11:00": 50 % } } }
  stages:
    preInspection: { before: exportCustoms, share: 20 % of fast, lanes: 3, service: 60 s, hours: "08:00-18:00" }
    primary: { booths: { fast: 6, general: 9 }, service: { fast: null } }
    nii: { after: primary, scanners: 3, service: 45 s, review: { service: 2 min, analysts: 9, wait: in the yard }, alarm: 0 % }
  staffing:
    primary: { fast: { "07:00": 6 }, general: { shifts: [ { officers: 9, from: "07:00", to: "24:00" } ] } }
    pools: { scan: { officers: { "07:00": 9 }, posts: [nii, nii.review], minimum: { nii: 1 } } }
changes:
  - { at: "14:00", kind: boothsClosed, booths: 2, for: 2 h }
  - { at: "15:00", kind: staffAway, from: scan, officers: 2 }
`;

const RUNS = 300;

function expectAnswer(text: string): void {
  const result = read(text, { "base.yaml": LAREDO });
  const problems = result.ok ? result.warnings : result.problems;
  if (!result.ok) expect(problems.some(({ severity }) => severity === "error")).toBe(true);
  for (const one of problems) {
    // CR-118 is a fault of ours.
    expect(one.code).not.toBe("CR-118");
    const lines = (one.file === "mine.yaml" ? text : LAREDO).split("\n").length;
    expect(one.line).toBeLessThanOrEqual(lines);
    // Texts may quote what the file itself holds.
    const isOwn = !/undefined|\{\{|\$t\(/.test(text);
    if (isOwn) expect(renderProblem(one, fr)).not.toMatch(/undefined|\{\{|\$t\(/);
  }
}

test("the unharmed file is read", () => {
  expect(read(CHILD, { "base.yaml": LAREDO })).toMatchObject({ ok: true });
});

const snippets = fc.constantFrom(
  "null",
  "{}",
  "[]",
  "-1",
  "1e999",
  ".nan",
  "~",
  ": ",
  "- ",
  "&a ",
  "*a",
  "!x ",
  "{",
  "]",
  '"',
  "'",
  "#",
  "|",
  ">",
  "\t",
  "%",
  "\n",
  "kind: station",
  "extends: base.yaml",
  "toString: 1",
  "days: { mon: 3 }",
  "shifts: 5",
  "0 %",
  "24:00",
  "closed",
  "before: primary",
);

test("a piece replaced by anything yields an answer", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(LAREDO, CHILD),
      fc.array(
        fc.tuple(
          fc.double({ min: 0, max: 1, noNaN: true }),
          fc.nat(30),
          fc.oneof(snippets, fc.string({ maxLength: 6 })),
        ),
        {
          minLength: 1,
          maxLength: 3,
        },
      ),
      (text, cuts) => {
        const harmed = cuts.reduce<string>((rest, [at, length, put]) => {
          const from = Math.floor(at * rest.length);
          return rest.slice(0, from) + put + rest.slice(from + length);
        }, text);
        expectAnswer(harmed);
      },
    ),
    { numRuns: RUNS, seed: 20_240_507 },
  );
});

test("a value replaced by any other yields an answer", () => {
  // Every `key: value` of one line, to be given another value.
  const places = (text: string): readonly RegExpExecArray[] => [...text.matchAll(/: ([^\n{}[\],]+)/g)];
  fc.assert(
    fc.property(
      fc.constantFrom(LAREDO, CHILD),
      fc.nat(),
      fc.oneof(fc.json({ maxDepth: 2 }), snippets),
      (text, which, value) => {
        const all = places(text);
        const match = all[which % all.length]!;
        const from = match.index + 2;
        expectAnswer(text.slice(0, from) + value.replaceAll("\n", " ") + text.slice(from + match[1]!.length));
      },
    ),
    { numRuns: RUNS, seed: 20_240_507 },
  );
});
